using ConvenantGateway.Audit;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>The officer's week in real Chromium: full lists, the keyboard only, and paper.</summary>
public sealed class WeekFlowTests(ChromiumFixture chromium)
{
    private const string Fg = "fg-ziekenhuis-noord";

    [Fact]
    public async Task Weekcontrole_WithTheKeyboardOnly_IsClosedAndRecorded()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)).About(1));
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Naar de inhoud", await page.EvaluateAsync<string>("document.activeElement.innerText"));
        await page.EnterAsync("Weekcontrole", "/weekcontrole");
        await page.EnterAsync($"{index}", $"/uitwisselingen/{index}");
        await page.EnterAsync("Weekcontrole", "/weekcontrole");
        await page.EnterAsync($"Handel af regel {index}", "/weekcontrole/regel");
        await page.TabToAsync("#u-in-orde");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#notitie");
        await page.Keyboard.TypeAsync("Bekeken, in orde.");
        await page.EnterAsync("Leg vast: afgehandeld", "/weekcontrole");
        await page.TabToAsync("#bevindingen");
        await page.Keyboard.TypeAsync("Geen bijzonderheden.");
        await page.TabToAsync("#u-geen");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("Rond de Weekcontrole af");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        var record = Assert.Single(host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
        Assert.Contains(record.Views.Single(static v => v.Viewer == Planted.Hospital).Values, static v => v is { Field: "list-steekproef", Value: "1 1 0" });
        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link).ClickAsync();
        Assert.Contains("Afgerond door Functionaris gegevensbescherming Ziekenhuis Noord", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Shots.TakeAsync(page, "weekcontrole_afgerond");
    }

    [Theory]
    [InlineData("/weekcontrole")]
    [InlineData("/weekcontrole/regel?lijst=noodprocedure&regel=3")]
    [InlineData("/weekcontrole/kwartaal")]
    [InlineData("/statistiek")]
    [InlineData("/uitwisselingen/3")]
    public async Task Page_FullOfLines_HasNoViolationAndPrints(string path)
    {
        await using var host = await FullAsync();
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        var answer = await page.GotoAsync(path);

        var result = await page.RunAxe();
        await Shots.TakeAsync(page, $"vol{path}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var menu = await page.Locator("header nav").IsVisibleAsync();
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal(200, answer!.Status);
        Assert.Empty(result.Violations.Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
        Assert.Empty(complaints);
        Assert.False(menu);
        Assert.True(pdf.AsSpan().StartsWith("%PDF"u8));
        Assert.InRange(pdf.Length, 10_000, 1_000_000);
        await Shots.KeepAsync(pdf, $"vol{path}");
    }

    [Fact]
    public async Task Page_InEnglish_SaysTheListsInEnglish()
    {
        await using var host = await FullAsync();
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/weekcontrole");

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        var text = await page.InnerTextAsync("main");

        Assert.Contains("Questions without follow-up", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" niet ", text.Replace("Functionaris", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OnANarrowScreen_DoesNotScrollSideways()
    {
        await using var host = await FullAsync();
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/statistiek");

        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.True(width <= 360, $"{width}");
        await Shots.TakeAsync(page, "smal_statistiek");
    }

    /// <summary>A quarter of lines in every list that the fakes can fill.</summary>
    private static async Task<ConsoleHost> FullAsync()
    {
        var host = await Planted.EmptyAsync(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        var monday = Planted.Monday(host);
        var usual = Planted.Exchange(monday).About(1);
        for (var i = 0; i < 3; i++)
        {
            await host.AddAsync(usual with { Time = monday.AddDays(-14).AddHours(i), Counterparty = "politie-noord" });
        }

        await host.AddAsync(usual with { Emergency = true, Ground = "G-CONFLICT", By = "push", Outcome = "stored", Time = monday.AddDays(1).AddHours(11) });
        for (var i = 0; i < 4; i++)
        {
            await host.AddAsync(usual with { Type = RecordType.Token, By = "token", Outcome = "refused", Code = "CG-CONNECT-012", Ground = "", Rules = [] });
            await host.AddAsync(Planted.Exchange(monday.AddHours(i), new RecordValue("obligations", "inform-within-four-weeks")).About(2) with { By = "push", Outcome = "stored" });
        }

        await host.AddAsync(usual with { Type = RecordType.Hold, By = "push", Outcome = "held", Counterparty = "vrouwenopvang-noord" });
        for (var week = 0; week < 13; week++)
        {
            for (var i = 0; i < 5 + (week * 7 % 11); i++)
            {
                await host.AddAsync(usual with
                {
                    Time = monday.AddDays(-7 * week).AddMinutes(i),
                    Outcome = i % 6 == 5 ? "refused" : "released",
                    Emergency = i == 3 && week % 4 == 1,
                    Counterparty = (i % 4) switch { 0 => "politie-noord", 1 => "huisarts-noord", _ => "ashg-noord" },
                });
            }
        }

        using var client = host.ClientOf(Fg);
        using var suspected = await client.PostAsync("/uitwisselingen/3", await client.TokenAsync("/uitwisselingen/3"), ("reden", "geen behandelrelatie"));
        const string Line = "/weekcontrole/regel?lijst=noodprocedure&regel=3";
        using var assigned = await client.PostAsync(Line, await client.TokenAsync(Line), ("actie", "toewijzen"), ("eigenaar", "teamleider SEH"), ("voor", "2026-12-01"));
        return host;
    }
}
