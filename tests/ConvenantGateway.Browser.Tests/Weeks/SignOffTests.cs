using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests.Weeks;

/// <summary>Lines are assigned and finished, and the week is closed only when the sample was looked at and every open line has an owner.</summary>
public sealed class SignOffTests
{
    private const string Fg = "fg-ziekenhuis-noord";

    [Fact]
    public async Task SignOff_SampleNotLookedAt_IsRefused()
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(Planted.Monday(host)));

        var html = await CloseAsync(host, Fg, ("uitkomst", "opvolging"), ("eigenaar", "teamleider"), ("voor", Soon(host)));

        Assert.Contains("Bekijk eerst elke uitwisseling van de steekproef", html, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
    }

    [Fact]
    public async Task Sample_FinishedWithoutOpeningTheExchange_IsRefusedAndAfterOpeningItIsTaken()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)));
        using var client = host.ClientOf(Fg);

        var before = await FinishAsync(host, client, "steekproef", $"{index}");
        await client.GetStringAsync(new Uri($"/uitwisselingen/{index}", UriKind.Relative));
        var after = await FinishAsync(host, client, "steekproef", $"{index}");

        Assert.Contains("Open eerst de uitwisseling zelf", before, StringComparison.Ordinal);
        Assert.Equal("", after);
        Assert.Single(host.Log.Records, static r => r.Type == RecordType.WeekItem);
    }

    [Fact]
    public async Task Sample_OpenedByAnotherOfficer_IsNotLookedAtByThisOne()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)).SeenBy(Planted.Ashg));
        using var first = host.ClientOf("fg-ashg-noord");
        using var second = host.ClientOf(TestPolicy.Deputy);
        await first.GetStringAsync(new Uri($"/uitwisselingen/{index}", UriKind.Relative));

        var refused = await FinishAsync(host, second, "steekproef", $"{index}");

        Assert.Contains("Open eerst de uitwisseling zelf", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOff_OpenLinesWithoutOwner_IsRefusedAndWithOneTheyAreAssigned()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);
        await client.GetStringAsync(new Uri($"/uitwisselingen/{index}", UriKind.Relative));
        await FinishAsync(host, client, "steekproef", $"{index}");

        var without = await CloseAsync(host, Fg, ("uitkomst", "geen"));
        var past = await CloseAsync(host, Fg, ("uitkomst", "opvolging"), ("eigenaar", "teamleider"), ("voor", "2020-01-01"));
        var with = await CloseAsync(host, Fg, ("uitkomst", "opvolging"), ("eigenaar", "teamleider"), ("voor", Soon(host)));

        Assert.Contains("Er zijn nog regels open", without, StringComparison.Ordinal);
        Assert.Contains("niet in het verleden", past, StringComparison.Ordinal);
        Assert.Equal("", with);
        var record = Assert.Single(host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
        var values = record.Views.Single(static v => v.Viewer == Planted.Hospital).Values.ToDictionary(static v => v.Field, static v => v.Value);
        Assert.Equal("1 1 0", values["list-steekproef"]);
        Assert.Equal("1 0 0", values["list-noodprocedure"]);
        Assert.Contains($"noodprocedure/{index}", values["open-lines"], StringComparison.Ordinal);
        var review = await host.ReviewAsync();
        Assert.Equal(WeekStep.Assigned, review.Items.StepOf("noodprocedure", $"{index}"));
        Assert.Equal("teamleider", review.Items.Of("noodprocedure", $"{index}")[0].Owner);
    }

    [Fact]
    public async Task Line_AssignedThenFinished_StandsAsFinishedWithItsNote()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);

        await ActAsync(host, client, "noodprocedure", $"{index}", ("actie", "toewijzen"), ("eigenaar", "teamleider SEH"), ("voor", Soon(host)));
        var assigned = (await host.ReviewAsync()).Items.StepOf("noodprocedure", $"{index}");
        await FinishAsync(host, client, "noodprocedure", $"{index}");
        var items = (await host.ReviewAsync()).Items.Of("noodprocedure", $"{index}");

        Assert.Equal(WeekStep.Assigned, assigned);
        Assert.Equal([WeekStep.Finished, WeekStep.Assigned], items.Select(static i => i.Step));
        Assert.Equal("gebeld, terecht", items[0].Note);
    }

    [Theory]
    [InlineData("afhandelen", "bestaat-niet", "x", "Kies een uitkomst.")]
    [InlineData("afhandelen", "in-orde", "", "Vul een notitie in")]
    [InlineData("toewijzen", "", "", "Vul in wie opvolgt")]
    public async Task Line_FormIncomplete_RecordsNothing(string act, string outcome, string note, string message)
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);

        var html = await ActAsync(host, client, "noodprocedure", $"{index}", ("actie", act), ("uitkomst", outcome), ("notitie", note));

        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.WeekItem);
    }

    [Fact]
    public async Task Line_NoteOfMoreThanAThousandCharacters_RecordsNothing()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);

        await ActAsync(host, client, "noodprocedure", $"{index}", ("actie", "afhandelen"), ("uitkomst", "in-orde"), ("notitie", new string('x', 1001)));

        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.WeekItem);
    }

    [Theory]
    [InlineData("noodprocedure", "999")]
    [InlineData("bestaat-niet", "0")]
    [InlineData("", "")]
    public async Task Line_ThatIsNotThere_IsAbsent(string list, string key)
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);

        using var answer = await client.GetAsync(new Uri($"/weekcontrole/regel?lijst={list}&regel={key}", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Line_OfAnotherOrganisation_IsAbsentForThisOfficer()
    {
        await using var host = await Planted.EmptyAsync();
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var other = host.ClientOf("fg-ashg-noord");
        using var own = host.ClientOf(Fg);
        var address = new Uri($"/weekcontrole/regel?lijst=noodprocedure&regel={index}", UriKind.Relative);

        using var hidden = await other.GetAsync(address);
        using var shown = await own.GetAsync(address);

        Assert.Equal((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.OK), (hidden.StatusCode, shown.StatusCode));
    }

    [Fact]
    public async Task SignOff_ForAColleague_SaysOnBehalfOfWhom()
    {
        await using var host = await Planted.EmptyAsync();

        var stranger = await CloseAsync(host, TestPolicy.Deputy, ("uitkomst", "geen"), ("namens", Fg));
        var colleague = await CloseAsync(host, TestPolicy.Deputy, ("uitkomst", "geen"), ("namens", "fg-ashg-noord"));

        Assert.Contains("Kies voor wie u waarneemt", stranger, StringComparison.Ordinal);
        Assert.Equal("", colleague);
        var record = Assert.Single(host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
        Assert.Equal(TestPolicy.Deputy, record.Caller);
        Assert.Contains(record.Views.Single(static v => v.Viewer == Planted.Ashg).Values, static v => v is { Field: "on-behalf-of", Value: "Functionaris gegevensbescherming ASHG Noord" });
    }

    [Fact]
    public async Task SignOff_WeekThatStillRuns_IsRefused()
    {
        await using var host = await Planted.EmptyAsync();
        var today = WeekItem.Day(ConsoleText.DayOf(host.Time.GetUtcNow()));

        var html = await CloseAsync(host, Fg, ("uitkomst", "geen"), ("van", today), ("tot", today));

        Assert.Contains("Een periode die nog loopt kan niet worden afgerond.", html, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Records, static r => r.Type == RecordType.Weekcontrole);
    }

    [Fact]
    public async Task Quarter_ClosedWeekAndLeftOpenLine_AreOnTheSheet()
    {
        await using var host = await Planted.EmptyAsync(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        var index = await host.AddAsync(Planted.Exchange(Planted.Monday(host)) with { Emergency = true });
        using var client = host.ClientOf(Fg);
        await client.GetStringAsync(new Uri($"/uitwisselingen/{index}", UriKind.Relative));
        await FinishAsync(host, client, "steekproef", $"{index}");
        await CloseAsync(host, Fg, ("uitkomst", "opvolging"), ("eigenaar", "teamleider SEH"), ("voor", Soon(host)));

        var html = await client.GetStringAsync(new Uri("/weekcontrole/kwartaal?jaar=2026&kwartaal=4", UriKind.Relative));

        Assert.Contains("Afgerond: 1 van 14 weken.", html, StringComparison.Ordinal);
        Assert.Contains("teamleider SEH", html, StringComparison.Ordinal);
        Assert.Contains("niet afgerond", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fg-ashg-noord", "/weekcontrole/kwartaal?jaar=99999&kwartaal=9")]
    [InlineData("fg-ashg-noord", "/weekcontrole?van=9999-12-31&tot=9999-12-31")]
    [InlineData("fg-ashg-noord", "/weekcontrole?van=onzin&tot=0001-01-01")]
    public async Task Page_DatesThatMakeNoSense_ShowsTheUsualPeriod(string officer, string path)
    {
        await using var host = await Planted.EmptyAsync();
        using var client = host.ClientOf(officer);

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Soon(ConsoleHost host) => WeekItem.Day(ConsoleText.DayOf(host.Time.GetUtcNow()).AddDays(14));

    private static Task<string> FinishAsync(ConsoleHost host, HttpClient client, string list, string key) =>
        ActAsync(host, client, list, key, ("actie", "afhandelen"), ("uitkomst", "in-orde"), ("notitie", "gebeld, terecht"));

    /// <summary>Posts a line's form: the page if it was refused, else nothing.</summary>
    private static async Task<string> ActAsync(ConsoleHost host, HttpClient client, string list, string key, params (string, string)[] fields)
    {
        var week = DutchWeek.Of(host.Time.GetUtcNow()).Plus(-1);
        var page = string.Create(CultureInfo.InvariantCulture, $"/weekcontrole/regel?van={WeekItem.Day(week.Monday)}&tot={WeekItem.Day(week.Sunday)}&lijst={list}&regel={key}");
        using var answer = await client.PostAsync(page, await client.TokenAsync(page), fields);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> CloseAsync(ConsoleHost host, string officer, params (string, string)[] fields)
    {
        using var client = host.ClientOf(officer);
        using var answer = await client.PostAsync("/weekcontrole", await client.TokenAsync("/logboek"), [("bevindingen", "Geen bijzonderheden."), .. fields]);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
    }
}
