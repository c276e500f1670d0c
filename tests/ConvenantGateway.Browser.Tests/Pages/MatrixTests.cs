using System.Text;
using ConvenantGateway.Policy;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>The sharing matrix as an officer meets it, in real Chromium and without a script.</summary>
public sealed class MatrixTests(ConsoleFixture fixture, ChromiumFixture chromium) : IClassFixture<ConsoleFixture>
{
    private static readonly PolicySnapshot Policy = new TestPolicy().Current.Snapshot;

    [Fact]
    public async Task Matrix_Filtered_ShowsOnlyRulesOfThatPairWithoutViolation()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "toezicht-cbp");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/matrix");
        Assert.Equal(PolicyMatrix.Rules(Policy, DateOnly.MinValue).Length, await page.Locator("tbody tr").CountAsync());
        await page.SelectOptionAsync("#van", "ZH");
        await page.SelectOptionAsync("#naar", "ASHG");
        await page.ClickAsync("main form button");

        var shown = await page.Locator("tbody th[scope=row] a").AllInnerTextsAsync();
        var own = PolicyMatrix.Rules(Policy, DateOnly.MinValue).Where(static r => r.From.Contains("ZH") && r.To.Contains("ASHG")).Select(static r => r.Id);
        Assert.Equal(own.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal("ZH", await page.InputValueAsync("#van"));
        await AxeAsync(page, "matrix_gefilterd");
        await Shots.KeepAsync(await page.PdfAsync(new() { PreferCSSPageSize = true }), "matrix_gefilterd");
    }

    [Fact]
    public async Task Rule_Opened_TellsEveryArticleAndHowItWasRead()
    {
        var rule = PolicyMatrix.Rules(Policy, DateOnly.MinValue).First(static r => r.Sources.Any(static s => s.Read != "full") && !r.IsProhibition);
        await using var context = await chromium.OpenAsync(fixture.Host, "cw-vrouwenopvang-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/matrix/{rule.Id}");

        var main = await page.InnerTextAsync("main");
        Assert.Contains(rule.Title, main, StringComparison.Ordinal);
        Assert.All(rule.Sources, source => Assert.Contains(source.Article, main, StringComparison.Ordinal));
        Assert.Matches("niet gelezen|alleen uit een andere bron gelezen", main);
        Assert.All(rule.Obligations, obligation => Assert.Contains(ObligationWords.Dutch(obligation), main, StringComparison.Ordinal));
        await AxeAsync(page, "matrix_regel");

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        Assert.Contains(rule.English, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await AxeAsync(page, "matrix_regel_en");
    }

    [Theory]
    [InlineData("van")]
    [InlineData("naar")]
    [InlineData("doel")]
    public async Task Filter_NotInTheList_IsNeitherUsedNorRecorded(string name)
    {
        using var client = fixture.Host.ClientOf("fg-ashg-noord");

        var html = await client.GetStringAsync(new Uri($"/matrix?{name}=Anna-Voorbeeld", UriKind.Relative));

        Assert.DoesNotContain("Anna", html, StringComparison.Ordinal);
        Assert.Contains("R-20", html, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Host.Log.Records[^1].Views.SelectMany(static v => v.Values), static v => v.Value.Contains("Anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_OfAPurpose_IsTheSameAsOfTheCommandLine()
    {
        using var client = fixture.Host.ClientOf("beheer-noord");

        using var answer = await client.GetAsync(new Uri("/matrix.csv?doel=REFER", UriKind.Relative));
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var chosen = PolicyMatrix.Rules(Policy, DateOnly.MinValue).Where(static r => r.Purposes.Contains("REFER")).Select(static r => r.Id).ToHashSet();
        var rows = PolicyMatrix.Of(Policy).Where(r => chosen.Contains(r.Rule));
        Assert.Equal(string.Concat(MatrixCsv.Lines(rows).Select(static l => l + "\r\n")), text.TrimStart('\uFEFF'));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@a", "'@a")]
    [InlineData("-1, \"a\"", "\"'-1, \"\"a\"\"\"")]
    [InlineData("gewoon", "gewoon")]
    public void Cell_ThatBeginsAsAFormula_IsDefused(string title, string cell)
    {
        var row = PolicyMatrix.Of(Policy)[0] with { Title = title };

        Assert.EndsWith("," + cell, MatrixCsv.Lines([row]).Last(), StringComparison.Ordinal);
    }

    private static async Task AxeAsync(IPage page, string shot)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
        await Shots.TakeAsync(page, shot);
    }
}
