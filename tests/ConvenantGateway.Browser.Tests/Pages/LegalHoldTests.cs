using System.Net;
using System.Text.Json;
using ConvenantGateway.Audit;
using Deque.AxeCore.Playwright;

namespace ConvenantGateway.Browser.Tests.Pages;

/// <summary>Legal holds on the console: laid, listed and lifted by the privacy officer, each a record of its own.</summary>
public sealed class LegalHoldTests(ChromiumFixture chromium)
{
    private const string Fg = "fg-ashg-noord";
    private const string Path = "/wisverboden";

    [Fact]
    public async Task Hold_Laid_StandsAndIsARecordWithoutAName()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);

        using var answer = await LayAsync(host, client);
        var html = await client.GetStringAsync(new Uri(Path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (organisation, hold) = Assert.Single(host.Store.LegalHolds);
        Assert.Equal(("ashg-noord", "zaak-2026-17", Until(host), Fg), (organisation.Value, hold.Reason, Text(hold.Until), hold.By));
        var record = Assert.Single(host.Log.Records, static r => r.Type == RecordType.LegalHold);
        Assert.Equal(("laid", Fg, "ashg-noord", hold.Id), (record.Outcome, record.Caller, record.Counterparty, record.Transaction));
        Assert.Equal(
            ["reason=zaak-2026-17", $"until={Until(host)}", $"persons={hold.Person}", $"by={Fg}"],
            record.Views.Single(static v => v.Viewer == "ashg-noord").Values.Select(static v => $"{v.Field}={v.Value}"));
        Assert.Contains("zaak-2026-17", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeld", html + JsonSerializer.Serialize(record), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geboortedatum", "", "volledige geboortedatum")]
    [InlineData("achternaam", "", "volledige geboortedatum")]
    [InlineData("reden", "", "een code")]
    [InlineData("reden", "Anna wil niet", "een code")]
    [InlineData("reden", "zaak\u00e9", "een code")]
    [InlineData("einde", "", "laatste dag")]
    [InlineData("einde", "2000-01-01", "laatste dag")]
    [InlineData("einde", "2099-01-01", "laatste dag")]
    [InlineData("einde", "morgen", "laatste dag")]
    public async Task Hold_FormWrong_SaysSoAndLaysNothing(string field, string value, string message)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);

        using var answer = await LayAsync(host, client, (field, value));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(message, html.Split("id=\"fout\"")[1].Split("</p>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Voorbeeld", html, StringComparison.Ordinal);
        Assert.Empty(host.Store.LegalHolds);
        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.LegalHold);
    }

    [Fact]
    public async Task Hold_LaidTwice_StandsOnce()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);
        (await LayAsync(host, client)).Dispose();

        using var again = await LayAsync(host, client);

        Assert.Contains("Dit wisverbod staat er al.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(host.Store.LegalHolds);
        Assert.Single(host.Log.Records, static r => r.Type == RecordType.LegalHold);
    }

    [Fact]
    public async Task Hold_RecordCannotBeMade_DoesNotStand()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);
        var token = await client.TokenAsync(Path);
        host.Log.IsHealthy = false;

        using var answer = await client.PostAsync(Path, token, Form(host));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(host.Store.LegalHolds);
    }

    [Fact]
    public async Task Hold_Lifted_IsARecordThatNamesIt()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);
        (await LayAsync(host, client)).Dispose();
        var hold = host.Store.LegalHolds[0].Hold;

        using var answer = await LiftAsync(client, hold.Id, "zaak-gesloten");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(host.Store.LegalHolds);
        var record = host.Log.Records.Last(static r => r.Type == RecordType.LegalHold);
        Assert.Equal("lifted", record.Outcome);
        Assert.Equal(
            ["reason=zaak-gesloten", $"holds={hold.Id:D}", $"persons={hold.Person}", $"by={Fg}"],
            record.Views.Single(static v => v.Viewer == "ashg-noord").Values.Select(static v => $"{v.Field}={v.Value}"));
        Assert.Contains("Er staan geen wisverboden.", await client.GetStringAsync(new Uri(Path, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de zaak is gesloten")]
    public async Task Hold_LiftedWithoutAReason_Stands(string reason)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);
        (await LayAsync(host, client)).Dispose();

        using var answer = await LiftAsync(client, host.Store.LegalHolds[0].Hold.Id, reason);

        Assert.Contains("een code", (await answer.Content.ReadAsStringAsync()).Split("id=\"fout\"")[1].Split("</p>")[0], StringComparison.Ordinal);
        Assert.Single(host.Store.LegalHolds);
    }

    [Fact]
    public async Task Hold_OfAnotherOrganisation_IsAsAbsentAsAnUnknownOne()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var own = host.ClientOf(Fg);
        using var other = host.ClientOf("fg-ziekenhuis-noord");
        (await LayAsync(host, own)).Dispose();

        var html = await other.GetStringAsync(new Uri(Path, UriKind.Relative));
        using var foreign = await LiftAsync(other, host.Store.LegalHolds[0].Hold.Id, "weg");
        using var unknown = await LiftAsync(other, Guid.NewGuid(), "weg");
        using var none = await other.PostAsync($"{Path}?handler=Opheffen", await other.TokenAsync(Path), ("waarom", "weg"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode, none.StatusCode));
        Assert.DoesNotContain("zaak-2026-17", html, StringComparison.Ordinal);
        Assert.Single(host.Store.LegalHolds);
        Assert.Single(host.Log.Records, static r => r.Type == RecordType.LegalHold);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData(null)]
    public async Task Hold_FormFromElsewhere_IsRefused(string? site)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var own = host.ClientOf(Fg);
        using var client = host.ClientOf(Fg, site);

        using var answer = await client.PostAsync(Path, await own.TokenAsync(Path), Form(host));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(host.Store.LegalHolds);
    }

    [Fact]
    public async Task Hold_WithTheKeyboardOnly_IsLaidAndLifted()
    {
        await using var host = await ConsoleHost.StartAsync();
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");

        await page.EnterAsync("Wisverboden", Path);
        await page.TypeIntoAsync("#achternaam", "Voorbeeld");
        await page.TypeIntoAsync("#geboortedatum", "04121979");
        await page.TypeIntoAsync("#reden", "zaak-2026-17");
        await page.TypeIntoAsync("#einde", host.Time.GetUtcNow().AddDays(30).ToString("MMddyyyy", System.Globalization.CultureInfo.InvariantCulture));
        await page.EnterAsync("Leg het wisverbod op", Path);
        var hold = Assert.Single(host.Store.LegalHolds).Hold;
        await page.TypeIntoAsync($"#waarom-{hold.Id:N}", "zaak-gesloten");
        await page.EnterAsync("Hef op zaak-2026-17", Path);

        Assert.Empty(host.Store.LegalHolds);
        Assert.Equal(["laid", "lifted"], host.Log.Records.Where(static r => r.Type == RecordType.LegalHold).Select(static r => r.Outcome));
    }

    [Fact]
    public async Task Page_WithHoldsAndAMessage_HasNoViolation()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.ClientOf(Fg);
        (await LayAsync(host, client)).Dispose();
        (await LayAsync(host, client, ("reden", "zaak-18"))).Dispose();
        await using var context = await chromium.OpenAsync(host, Fg);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Path);
        var list = await page.RunAxe();
        await Shots.TakeAsync(page, "wisverboden");
        await page.FillAsync($"#waarom-{host.Store.LegalHolds[0].Hold.Id:N}", "geen code");
        await page.PressAsync($"#waarom-{host.Store.LegalHolds[0].Hold.Id:N}", "Enter");
        await page.WaitForSelectorAsync("#fout");
        var wrong = await page.RunAxe();

        Assert.Empty(list.Violations.Concat(wrong.Violations).Select(static v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(static n => n.Html))}"));
    }

    private static string Until(ConsoleHost host) => host.Time.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (string, string)[] Form(ConsoleHost host) =>
        [("achternaam", "Voorbeeld"), ("voornaam", "Anna"), ("geboortedatum", "1979-04-12"), ("geslacht", "female"), ("reden", "zaak-2026-17"), ("einde", Until(host))];

    private static async Task<HttpResponseMessage> LayAsync(ConsoleHost host, HttpClient client, params (string Name, string Value)[] changed) => await client.PostAsync(
        Path, await client.TokenAsync(Path), [.. Form(host).Where(f => changed.All(c => c.Name != f.Item1)), .. changed]);

    private static async Task<HttpResponseMessage> LiftAsync(HttpClient client, Guid hold, string reason) =>
        await client.PostAsync($"{Path}?handler=Opheffen", await client.TokenAsync(Path), ("verbod", $"{hold:D}"), ("waarom", reason));
}
