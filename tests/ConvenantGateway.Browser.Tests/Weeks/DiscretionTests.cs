using System.Net;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests.Weeks;

/// <summary>Who learns of what: looks stay with the officer, an inquiry with the supervisor unless the organisation may know, a suspicion with the organisation.</summary>
public sealed class DiscretionTests
{
    private static readonly string[] Pages = ["/", "/uitwisselingen", "/weekcontrole", "/weekcontrole/kwartaal", "/statistiek", "/aangehouden"];

    [Fact]
    public async Task Looks_OfAnOfficer_ChangeNothingThatAnotherOfficerOfTheSameOrganisationSees()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf("fg-ashg-noord");
        using var second = host.ClientOf(TestPolicy.Deputy);
        var before = await ReadAsync(second);

        foreach (var page in Pages.Append($"/uitwisselingen/{host.Seed.Referral}"))
        {
            await first.GetStringAsync(new Uri(page, UriKind.Relative));
        }

        using var searched = await first.PostAsync(
            "/betrokkene", await first.TokenAsync("/betrokkene"), ("Achternaam", "Voorbeeld"), ("Voornaam", "Anna"), ("Geboortedatum", "1979-04-12"), ("Geslacht", "female"));
        var after = await ReadAsync(second);

        Assert.Equal(before, after);
        Assert.Contains(host.Log.Records, static r => r.Type == RecordType.Look && r.Caller == "fg-ashg-noord");
    }

    [Fact]
    public async Task LookOfAnOfficer_ByNumber_IsAbsentForAnother()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var first = host.ClientOf("fg-ashg-noord");
        using var second = host.ClientOf(TestPolicy.Deputy);
        await first.GetStringAsync(new Uri("/uitwisselingen", UriKind.Relative));
        var look = host.Log.Records.Count - 1;

        using var exchange = await second.GetAsync(new Uri($"/uitwisselingen/{look}", UriKind.Relative));
        using var week = await second.GetAsync(new Uri($"/weekcontrole/{look}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (exchange.StatusCode, week.StatusCode));
    }

    [Theory]
    [InlineData("fg-ziekenhuis-noord", "ziekenhuis-noord", "Wbp 34a(8)")]
    [InlineData("pf-politie-noord", "politie-noord", "Wpg 32(1)g")]
    public async Task Suspicion_OfAnExchange_IsARecordOfTheOrganisationUnderItsArticle(string officer, string organisation, string article)
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)).About(3).SeenBy(organisation));
        using var client = host.ClientOf(officer);
        var page = $"/uitwisselingen/{index}";

        using var answer = await client.PostAsync(page, await client.TokenAsync(page), ("reden", "<b>geen</b> behandelrelatie"));
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var record = Assert.Single(host.Log.Records, static r => r.Type == RecordType.MogelijkOnrechtmatig);
        Assert.Equal([organisation, officer], record.Views.Select(static v => v.Viewer));
        Assert.Contains("&lt;b&gt;geen&lt;/b&gt; behandelrelatie", html, StringComparison.Ordinal);
        Assert.Contains(article, html, StringComparison.Ordinal);
        Assert.Single(await host.LinesAsync(WeekListTitles.Suspected, weeksAgo: 0, organisation: organisation));
    }

    [Fact]
    public async Task Suspicion_WithoutPersonsInTheExchange_IsFoundAgain()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Type = RecordType.Token, Outcome = "refused" });
        using var client = host.ClientOf("fg-ziekenhuis-noord");
        var page = $"/uitwisselingen/{index}";

        using var answer = await client.PostAsync(page, await client.TokenAsync(page), ("reden", "eigen dossier"));
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));

        Assert.Contains("eigen dossier", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fg-ziekenhuis-noord", "", HttpStatusCode.OK)]
    [InlineData("fg-ashg-noord", "x", HttpStatusCode.NotFound)]
    [InlineData("toezicht-cbp", "x", HttpStatusCode.NotFound)]
    [InlineData("cw-ashg-noord", "x", HttpStatusCode.Forbidden)]
    public async Task Suspicion_EmptyOrByWhoMayNot_RecordsNothing(string officer, string reason, HttpStatusCode expected)
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)));
        using var client = host.ClientOf(officer);
        if (officer == "toezicht-cbp")
        {
            await OpenAsync(client, host, "z-1", Planted.Hospital, isTold: false);
        }

        using var answer = await client.PostAsync($"/uitwisselingen/{index}", await client.TokenAsync("/"), ("reden", reason));

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.MogelijkOnrechtmatig);
    }

    [Fact]
    public async Task Inquiry_ThatTheOrganisationMayKnow_StandsOnItsWeekcontroleOnly()
    {
        await using var host = await Planted.EmptyAsync();
        using var supervisor = host.ClientOf("toezicht-cbp");
        await OpenAsync(supervisor, host, "z-stil", Planted.Hospital, isTold: false);
        await OpenAsync(supervisor, host, "z-bekend", Planted.Hospital, isTold: true);

        var hospital = await host.LinesAsync(WeekListTitles.Inquiries, weeksAgo: 0);
        var ashg = await host.LinesAsync(WeekListTitles.Inquiries, weeksAgo: 0, organisation: Planted.Ashg);

        Assert.Equal("z-bekend", Assert.Single(hospital).Values[0]);
        Assert.Empty(ashg);
        var told = host.Log.Records.Single(static r => r.Type == RecordType.Inquiry && r.Views.Length == 2);
        Assert.DoesNotContain(told.Views.Single(static v => v.Viewer == Planted.Hospital).Values, static v => v.Field == "organisations");
    }

    [Fact]
    public async Task Inquiry_SeveralOrganisationsThatMayKnow_IsRefused()
    {
        await using var host = await Planted.EmptyAsync();
        using var supervisor = host.ClientOf("toezicht-cbp");

        using var answer = await supervisor.PostAsync(
            "/onderzoek", await supervisor.TokenAsync("/onderzoek"), ("nummer", "z-1"), ("organisaties", Planted.Hospital), ("organisaties", Planted.Ashg), ("meegedeeld", "true"), ("einde", Day(host, 7)));

        Assert.Contains("per organisatie een eigen onderzoek", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Store.Inquiries);
    }

    [Fact]
    public async Task Inquiry_EndedEarly_IsARecordAndOpensNothing()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)));
        using var supervisor = host.ClientOf("toezicht-cbp");
        await OpenAsync(supervisor, host, "z-1", Planted.Hospital, isTold: true);
        var address = new Uri($"/uitwisselingen/{index}?organisatie=ziekenhuis-noord", UriKind.Relative);
        using var during = await supervisor.GetAsync(address);

        using var ended = await supervisor.PostAsync("/onderzoek?handler=Einde", await supervisor.TokenAsync("/onderzoek"), ("nummer", "z-1"));
        using var after = await supervisor.GetAsync(address);
        using var plots = await supervisor.GetAsync(new Uri("/statistiek?organisatie=ziekenhuis-noord", UriKind.Relative));
        using var again = await supervisor.PostAsync("/onderzoek?handler=Einde", await supervisor.TokenAsync("/onderzoek"), ("nummer", "z-1"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (during.StatusCode, ended.StatusCode, after.StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (plots.StatusCode, again.StatusCode));
        Assert.Equal(["Onderzoek {0} van {1} is beëindigd.", "Onderzoek {0} van {1} loopt tot {2}."], (await host.LinesAsync(WeekListTitles.Inquiries, weeksAgo: 0)).Select(static l => l.Words));
    }

    [Fact]
    public async Task Inquiry_NumberThatRuns_IsNotOpenedAgain()
    {
        await using var host = await Planted.EmptyAsync();
        using var supervisor = host.ClientOf("toezicht-cbp");
        await OpenAsync(supervisor, host, "z-1", Planted.Hospital, isTold: false);

        await OpenAsync(supervisor, host, "z-1", Planted.Ashg, isTold: false);

        Assert.Equal([Planted.Hospital], Assert.Single(host.Store.Inquiries).Organisations.Select(static o => o.Value));
    }

    [Fact]
    public async Task Statistics_WithoutOrBeyondAnInquiry_AreAbsent()
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(Planted.Monday(host)));
        using var supervisor = host.ClientOf("toezicht-cbp");
        var address = new Uri("/statistiek?organisatie=ziekenhuis-noord", UriKind.Relative);
        using var before = await supervisor.GetAsync(address);
        await OpenAsync(supervisor, host, "z-1", Planted.Hospital, isTold: false);
        using var during = await supervisor.GetAsync(address);
        using var beyond = await supervisor.GetAsync(new Uri("/statistiek?organisatie=ashg-noord", UriKind.Relative));

        host.Time.Advance(TimeSpan.FromDays(9));
        using var after = await supervisor.GetAsync(address);

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            new[] { before, during, beyond, after }.Select(static a => a.StatusCode));
    }

    private static string Day(ConsoleHost host, int days) => WeekItem.Day(ConsoleText.DayOf(host.Time.GetUtcNow()).AddDays(days));

    private static async Task OpenAsync(HttpClient client, ConsoleHost host, string number, string organisation, bool isTold)
    {
        using var answer = await client.PostAsync(
            "/onderzoek", await client.TokenAsync("/onderzoek"), ("nummer", number), ("organisaties", organisation), ("meegedeeld", isTold ? "true" : ""), ("einde", Day(host, 7)));
    }

    /// <summary>All pages without what differs by nature: the transaction of the look itself and the token of the form.</summary>
    private static async Task<string> ReadAsync(HttpClient client)
    {
        var all = new List<string>();
        foreach (var page in Pages)
        {
            var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
            all.AddRange(html.Split('\n').Where(static l => !l.Contains("print-only", StringComparison.Ordinal) && !l.Contains("__RequestVerificationToken", StringComparison.Ordinal)));
        }

        return string.Join('\n', all);
    }
}
