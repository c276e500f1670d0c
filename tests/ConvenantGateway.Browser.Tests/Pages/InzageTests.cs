using System.Net;
using System.Text.Json;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Deque.AxeCore.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>A request for inzage from the form to the paper, with two officers.</summary>
public sealed class InzageTests(ConsoleFixture fixture, ChromiumFixture chromium) : IClassFixture<ConsoleFixture>
{
    private const string Preparer = "fg-ashg-noord";
    private const string Releaser = "fg2-ashg-noord";

    private static readonly (string, string)[] Mother =
    [
        ("Vraag.Achternaam", "Voorbeeld"), ("Vraag.Voornaam", "Anna"), ("Vraag.Geboortedatum", "1979-04-12"), ("Vraag.Geslacht", "female"), ("Vraag.Rol", "Slachtoffer"),
        ("Vraag.Wie", "Betrokkene"), ("Vraag.Identiteit", "DocumentGezien"),
    ];

    [Fact]
    public async Task Request_OfTwoOfficers_BecomesADocumentForPaper()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        using var second = host.ClientOf(Releaser);
        var path = await AskAsync(host, first);

        using var prepared = await StepAsync(first, path, "maak", "1");
        using var early = await first.GetAsync(new Uri($"{path}/stuk", UriKind.Relative));
        using var released = await StepAsync(second, path, "vrijgeven", "2");
        using var paper = await second.GetAsync(new Uri($"{path}/stuk", UriKind.Relative));
        var html = await paper.Content.ReadAsStringAsync();

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.OK], new[] { prepared, early, released, paper }.Select(static a => a.StatusCode));
        Assert.Contains("een hulpverleningsinstantie", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Vrouwenopvang", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("nooit meegeven", html, StringComparison.Ordinal);
        var file = host.Store.Reports.Last();
        Assert.Equal((PersonReportState.Released, Preparer, Releaser), (file.State, file.PreparedBy, file.DecidedBy));
        var records = host.Log.Records.Where(static r => r.Type == RecordType.PersonReport).ToList();
        Assert.Equal(["asked", "prepared", "released"], records.Select(static r => r.Views[0].Values[0].Value));
        Assert.All(records, static r => Assert.Equal("ashg-noord", r.Views[0].Viewer));
        Assert.All(records, r => Assert.Equal(file.Request.Person, Convert.ToHexStringLower(Assert.Single(r.Views[0].Persons).Span)));
        Assert.DoesNotContain("Voorbeeld", JsonSerializer.Serialize(records), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Request_Erased_SaysUnderWhichRuleAndNothingElse()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        using var second = host.ClientOf(Releaser);
        var path = await ReleaseAsync(host, first, second);
        host.Store.ErasedUnder = "Wbp-36";

        var list = await first.GetStringAsync(new Uri("/inzage", UriKind.Relative));
        var one = await first.GetStringAsync(new Uri(path, UriKind.Relative));
        using var paper = await first.GetAsync(new Uri($"{path}/stuk", UriKind.Relative));

        Assert.Contains("gewist op grond van Wbp-36", list, StringComparison.Ordinal);
        Assert.Contains("is gewist op grond van Wbp-36", one, StringComparison.Ordinal);
        Assert.All([list, one], static html => Assert.DoesNotContain("vrijgegeven", html, StringComparison.Ordinal));
        Assert.DoesNotContain("<form method=\"post\" action=\"/inzage", one, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, paper.StatusCode);
    }

    [Theory]
    [InlineData("maak")]
    [InlineData("vrijgeven")]
    [InlineData("weigeren")]
    public async Task Step_OnARequestErasedMeanwhile_IsAbsentAndStoresNothing(string step)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        using var second = host.ClientOf(Releaser);
        var path = await AskAsync(host, first);
        (await StepAsync(first, path, "maak", "1")).Dispose();
        var token = await second.TokenAsync(path);
        host.Store.ErasedUnder = "Wbp-36";

        using var answer = await second.PostAsync(path, token, ("stap", step), ("versie", "2"), ("artikel", "Wbp, artikel 43(e)"), ("motivering", "gevaar"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(2, host.Store.Reports.Count);
    }

    [Fact]
    public async Task Pages_OfAnErasedRequest_HaveNoViolation()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        var path = await AskAsync(host, first);
        host.Store.ErasedUnder = "Wbp-36";
        await using var context = await chromium.OpenAsync(host, Preparer);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/inzage");
        var list = await page.RunAxe();
        await page.GotoAsync(path);
        var one = await page.RunAxe();

        Assert.Empty(list.Violations.Concat(one.Violations).Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
    }

    [Fact]
    public async Task Release_ByThePreparer_IsRefusedOnThePage()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        var path = await AskAsync(host, first);
        (await StepAsync(first, path, "maak", "1")).Dispose();

        using var answer = await StepAsync(first, path, "vrijgeven", "2");

        Assert.Contains("tweede functionaris van uw organisatie", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(PersonReportState.Prepared, host.Store.Reports.Last().State);
    }

    [Fact]
    public async Task Release_Twice_CountsOnce()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        using var second = host.ClientOf(Releaser);
        var path = await ReleaseAsync(host, first, second);

        using var again = await StepAsync(second, path, "vrijgeven", "2");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(3, host.Store.Reports.Count);
    }

    [Fact]
    public async Task Release_AfterANewRecord_MustBePreparedAgain()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        using var second = host.ClientOf(Releaser);
        var path = await AskAsync(host, first);
        (await StepAsync(first, path, "maak", "1")).Dispose();
        var template = host.Log.Records[(int)host.Seed.Referral];
        await host.Log.AppendAsync(template with { Transaction = Guid.CreateVersion7(), Counterparty = "huisarts-noord" }, null, CancellationToken.None);

        using var answer = await StepAsync(second, path, "vrijgeven", "2");

        Assert.Contains("Maak het opnieuw klaar", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(PersonReportState.Prepared, host.Store.Reports.Last().State);
    }

    [Fact]
    public async Task Request_OfAnotherOrganisation_IsAsAbsentAsAnUnknownOne()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var own = host.ClientOf(Preparer);
        using var other = host.ClientOf("fg-ziekenhuis-noord");
        var path = await AskAsync(host, own);

        using var foreign = await other.GetAsync(new Uri(path, UriKind.Relative));
        using var unknown = await other.GetAsync(new Uri($"/inzage/{Guid.NewGuid():D}", UriKind.Relative));
        var list = await other.GetStringAsync(new Uri("/inzage", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode));
        Assert.DoesNotContain(path, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_UnderAnArticle_IsALetter()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf(Preparer);
        var path = await AskAsync(host, first);

        using var refused = await StepAsync(first, path, "weigeren", "1", ("artikel", "Wbp, artikel 43(e)"), ("motivering", "gevaar"));
        var html = await first.GetStringAsync(new Uri($"{path}/stuk", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("Of er gegevens zijn, wordt hiermee niet gezegd.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("gevaar", html.Split("<main")[1].Split("</main")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_AtThePolice_IsSentOn()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var police = host.ClientOf("pf-politie-noord");
        var path = await AskAsync(host, police);

        var html = await police.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.Contains("buiten het koppelvlak om", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Maak klaar", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutBirthDate_SaysWhatIsMissingAndStoresNothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Preparer);

        using var answer = await client.PostAsync("/inzage", await client.TokenAsync("/inzage"), ("Vraag.Achternaam", "Voorbeeld"), ("Vraag.Wie", "Betrokkene"), ("Vraag.Ontvangen", Today(host)));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Vul een achternaam en een volledige geboortedatum in.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeld", html, StringComparison.Ordinal);
        Assert.Empty(host.Store.Reports);
    }

    [Fact]
    public async Task Pages_OfARequest_HaveNoViolation()
    {
        using var first = fixture.Host.ClientOf(Preparer);
        using var second = fixture.Host.ClientOf(Releaser);
        var path = await AskAsync(fixture.Host, first);
        (await StepAsync(first, path, "maak", "1")).Dispose();
        await using var context = await chromium.OpenAsync(fixture.Host, Releaser);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        var prepared = await page.RunAxe();
        await Shots.TakeAsync(page, "inzage-klaar");
        (await StepAsync(second, path, "vrijgeven", "2")).Dispose();
        await page.GotoAsync($"{path}/stuk");
        var paper = await page.RunAxe();
        await Shots.TakeAsync(page, "inzage-stuk");

        Assert.Empty(prepared.Violations.Concat(paper.Violations).Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
    }

    private static string Today(ConsoleHost host) => Host.OfficerConsole.ConsoleText.DayOf(host.Time.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> ReleaseAsync(ConsoleHost host, HttpClient first, HttpClient second)
    {
        var path = await AskAsync(host, first);
        (await StepAsync(first, path, "maak", "1")).Dispose();
        (await StepAsync(second, path, "vrijgeven", "2")).Dispose();
        return path;
    }

    private static async Task<string> AskAsync(ConsoleHost host, HttpClient client)
    {
        using var answer = await client.PostAsync("/inzage", await client.TokenAsync("/inzage"), [.. Mother, ("Vraag.Ontvangen", Today(host))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> StepAsync(HttpClient client, string path, string step, string revision, params (string, string)[] fields) =>
        await client.PostAsync(path, await client.TokenAsync(path), [("stap", step), ("versie", revision), .. fields]);
}
