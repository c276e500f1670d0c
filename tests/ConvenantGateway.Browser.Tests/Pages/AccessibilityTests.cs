using Deque.AxeCore.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>Each page in real Chromium: no axe violation, no script, nothing that the content policy had to stop.</summary>
public sealed class AccessibilityTests(ConsoleFixture fixture, ChromiumFixture chromium) : IClassFixture<ConsoleFixture>
{
    [Theory]
    [InlineData("fg-ashg-noord", "/")]
    [InlineData("fg-ashg-noord", "/uitwisselingen")]
    [InlineData("fg-ashg-noord", "/uitwisselingen/0")]
    [InlineData("fg-ashg-noord", "/betrokkene")]
    [InlineData("fg-ashg-noord", "/aangehouden")]
    [InlineData("fg-ashg-noord", "/inzage")]
    [InlineData("fg-ashg-noord", "/wisverboden")]
    [InlineData("fg-ashg-noord", "/weekcontrole")]
    [InlineData("fg-ashg-noord", "/uitvoer")]
    [InlineData("pf-politie-noord", "/uitvoer")]
    [InlineData("fg-ashg-noord", "/weekcontrole/kwartaal")]
    [InlineData("fg-ashg-noord", "/weekcontrole/regel?lijst=bestaat-niet&regel=1")]
    [InlineData("fg-ashg-noord", "/statistiek")]
    [InlineData("toezicht-cbp", "/statistiek")]
    [InlineData("fg-ashg-noord", "/logboek")]
    [InlineData("fg-ashg-noord", "/bestaat-niet")]
    [InlineData("fg-ashg-noord", "/onderzoek")]
    [InlineData("fg-ziekenhuis-noord", "/uitwisselingen/1")]
    [InlineData("pf-politie-noord", "/")]
    [InlineData("pf-politie-noord", "/aangehouden")]
    [InlineData("toezicht-cbp", "/")]
    [InlineData("toezicht-cbp", "/onderzoek")]
    [InlineData("toezicht-cbp", "/uitwisselingen")]
    [InlineData("beheer-noord", "/logboek")]
    [InlineData("beheer-noord", "/matrix?van=POL&doel=REFER")]
    [InlineData("cw-vrouwenopvang-noord", "/werklijst")]
    [InlineData("cw-vrouwenopvang-noord", "/wegwijzer")]
    [InlineData("cw-vrouwenopvang-noord", "/werklijst/{task}")]
    public async Task Page_InChromium_HasNoViolation(string officer, string path)
    {
        await using var context = await chromium.OpenAsync(fixture.Host, officer);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        var answer = await page.GotoAsync(path.Replace("{task}", fixture.Host.Seed.TaskId, StringComparison.Ordinal));

        var result = await page.RunAxe();

        Assert.True(answer!.Status is 200 or 403 or 404, $"{answer.Status}");
        Assert.Empty(result.Violations.Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
        Assert.DoesNotContain(complaints, static c => !c.Contains("the server responded with a status of 40", StringComparison.Ordinal));
        await Shots.TakeAsync(page, $"{officer}{path}");
    }
}
