using ConvenantGateway.Audit;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>The Wegwijzer as a case worker meets it, in real Chromium and without a script.</summary>
public sealed class WegwijzerTests(ConsoleFixture fixture, ChromiumFixture chromium) : IClassFixture<ConsoleFixture>
{
    private static readonly (string Step, string Answer, string Text)[] ToConflict =
    [
        ("W1", "nee", ""), ("B1", "nee", ""), ("W3", "nee", ""), ("W5", "zestien-of-ouder", ""), ("W4", "geweigerd", "zij durft niet"),
        .. Enumerable.Range(1, 6).Select(static n => ($"W7-{n}", "ja", $"toelichting {n}")), ("W10k", "niet", "dat is gevaarlijk"),
    ];

    [Fact]
    public async Task Questions_OneByOne_EndInASignedOutcomeWithoutViolation()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "cw-vrouwenopvang-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/wegwijzer");
        Assert.Contains("afgeleid", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("hulp", await page.InputValueAsync("#groep"));
        await page.SelectOptionAsync("#ontvanger", "ashg-noord");
        await page.SelectOptionAsync("#doel", "REPORT-DV");
        await page.ClickAsync("main form button");
        await AxeAsync(page, "wegwijzer_vraag");

        foreach (var (step, answer, text) in ToConflict)
        {
            Assert.Equal(step, await page.InputValueAsync("input[name=stap]"));
            await page.CheckAsync($"input[name=antwoord][value={answer}]");
            if (text.Length > 0)
            {
                await page.FillAsync("#toelichting", text);
            }

            await page.ClickAsync("button[value=verder]");
        }

        var main = await page.InnerTextAsync("main");
        Assert.Contains("conflict van plichten", main, StringComparison.Ordinal);
        Assert.Contains("Criterium 6 van 6", main, StringComparison.Ordinal);
        Assert.Contains("evidence.deviation", main, StringComparison.Ordinal);
        await AxeAsync(page, "wegwijzer_uitkomst");

        await page.FillAsync("#systeem", "https://fhir.nl/fhir/NamingSystem/agb-z");
        await page.FillAsync("#nummer", "94000001");
        await page.FillAsync("#rol", "maatschappelijk werker");
        await page.FillAsync("#achternaam-1", "Wegwijs");
        await page.FillAsync("#geboortedatum-1", "1980-02-03");
        await page.ClickAsync("button[value=uitgeven]");
        var statement = ConsoleHost.Statements.Read(await page.InputValueAsync("#verklaring"));

        Assert.Equal(("OUT-CONFLICT", "vrouwenopvang-noord", "ashg-noord", "https://fhir.nl/fhir/NamingSystem/agb-z|94000001"), (statement!.Outcome, statement.Partner, statement.Recipient, statement.Actor));
        Assert.Single(statement.Persons);
        var record = fixture.Host.Log.Records.Last(static r => r.Type == RecordType.Look);
        Assert.Contains(record.Views.Single(static v => v.Viewer == "vrouwenopvang-noord").Values, static v => v.Field == "wegwijzer-answers" && v.Value.Contains("toelichting 4", StringComparison.Ordinal));
        Assert.DoesNotContain(record.Views.SelectMany(static v => v.Values), static v => v.Value.Contains("Wegwijs", StringComparison.Ordinal));
        await AxeAsync(page, "wegwijzer_ondertekend");
    }

    [Fact]
    public async Task Answer_WithoutItsExplanation_IsAskedAgainWithASummary()
    {
        await using var context = await chromium.OpenAsync(fixture.Host, "cw-vrouwenopvang-noord");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/wegwijzer");
        await page.SelectOptionAsync("#ontvanger", "ashg-noord");
        await page.SelectOptionAsync("#doel", "REPORT-DV");
        await page.ClickAsync("main form button");
        foreach (var answer in new[] { "nee", "nee" })
        {
            await page.CheckAsync($"input[name=antwoord][value={answer}]");
            await page.ClickAsync("button[value=verder]");
        }

        await page.CheckAsync("input[name=antwoord][value=ja]");
        await page.ClickAsync("button[value=verder]");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Licht dit antwoord toe.");
        Assert.StartsWith("Fout", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.IsCheckedAsync("input[name=antwoord][value=ja]"));
        await AxeAsync(page, "wegwijzer_fout");

        await page.ClickAsync("button[value=terug]");
        Assert.Equal("B1", await page.InputValueAsync("input[name=stap]"));
    }

    [Fact]
    public async Task Answers_SentFromElsewhere_SkipNoQuestion()
    {
        using var client = fixture.Host.ClientOf("cw-vrouwenopvang-noord");

        using var answer = await client.PostAsync(
            "/wegwijzer", await client.TokenAsync("/wegwijzer"), ("groep", "hulp"), ("ontvanger", "ashg-noord"), ("doel", "REPORT-DV"),
            ("gegeven", "W1=nee="), ("gegeven", "W7-6=ja=x"), ("actie", "uitgeven"), ("systeem", "s"), ("nummer", "1"), ("rol", "r"), ("achternaam-1", "Wegwijs"), ("geboortedatum-1", "1980-02-03"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.DoesNotContain("id=\"verklaring\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"B1\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fg-ashg-noord", "ashg", "W1=ja=")]
    [InlineData("cw-vrouwenopvang-noord", "medisch", "W1=ja=")]
    public async Task Outcome_ForAnotherRoleOrGroup_IsNotSigned(string officer, string group, string given)
    {
        using var client = fixture.Host.ClientOf(officer);

        using var answer = await client.PostAsync(
            "/wegwijzer", await client.TokenAsync("/wegwijzer"), ("groep", group), ("ontvanger", "politie-noord"), ("doel", "REPORT-DV"), ("gegeven", given),
            ("actie", "uitgeven"), ("systeem", "s"), ("nummer", "1"), ("rol", "r"), ("achternaam-1", "Wegwijs"), ("geboortedatum-1", "1980-02-03"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Alleen een casuswerker", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"verklaring\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_WithoutAPerson_IsNotSigned()
    {
        using var client = fixture.Host.ClientOf("cw-vrouwenopvang-noord");

        using var answer = await client.PostAsync(
            "/wegwijzer", await client.TokenAsync("/wegwijzer"), ("groep", "hulp"), ("ontvanger", "ashg-noord"), ("doel", "REPORT-DV"), ("gegeven", "W1=ja="),
            ("actie", "uitgeven"), ("systeem", "s"), ("nummer", "1"), ("rol", "r"), ("achternaam-1", "Wegwijs"));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("volledige geboortedatum", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"verklaring\"", html, StringComparison.Ordinal);
    }

    private static async Task AxeAsync(IPage page, string shot)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
        await Shots.TakeAsync(page, shot);
    }
}
