using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests;

/// <summary>Plants records into a console's log. Times are in last week unless said: the week that a Weekcontrole shows by itself.</summary>
internal static class Planted
{
    public const string Ashg = "ashg-noord";
    public const string Hospital = "ziekenhuis-noord";
    public const string Nurse = "900012345";

    /// <summary>The Monday of last week, noon, Dutch time.</summary>
    public static DateTimeOffset Monday(ConsoleHost host) => DutchWeek.Of(host.Time.GetUtcNow()).Plus(-1).Start.AddHours(12);

    public static byte[] Person(byte seed) => [.. Enumerable.Repeat(seed, 32)];

    /// <summary>An exchange that the hospital asked, seen by the hospital only: nothing special about it.</summary>
    public static ExchangeRecord Exchange(DateTimeOffset time, params RecordValue[] values) => new()
    {
        Type = RecordType.Exchange,
        Transaction = Guid.CreateVersion7(time),
        Time = time,
        Caller = Hospital,
        Counterparty = Ashg,
        Purpose = "STATUS",
        Ground = "G-CONSENT",
        By = "status",
        Outcome = "released",
        Rules = ["R-46a"],
        LawDate = "2009-06-01",
        BodyDigest = new string('b', 64),
        Views = [new RecordView(Hospital, [new RecordValue("actor", Nurse), .. values], [])],
    };

    /// <summary>The same, about persons.</summary>
    public static ExchangeRecord About(this ExchangeRecord record, params byte[] persons) => record with
    {
        Views = [.. record.Views.Select(v => v with { Persons = [.. persons.Select(p => (ReadOnlyMemory<byte>)Person(p))] })],
    };

    /// <summary>The same, seen by others.</summary>
    public static ExchangeRecord SeenBy(this ExchangeRecord record, params string[] viewers) =>
        record with { Views = [.. viewers.Select(v => record.Views[0] with { Viewer = v })] };

    public static async Task<long> AddAsync(this ConsoleHost host, ExchangeRecord record) =>
        (await host.Log.AppendAsync(record, null, CancellationToken.None)).Index;

    /// <summary>The review of last week, as the hospital's officer gets it.</summary>
    public static Task<WeekReview> ReviewAsync(this ConsoleHost host, int weeksAgo = 1, string organisation = Hospital)
    {
        var week = DutchWeek.Of(host.Time.GetUtcNow()).Plus(-weeksAgo);
        return new WeekReviews(host.Log, host.Store).ReadAsync(
            Policy.PartnerId.Parse(organisation), new WeekPeriod(week, week), host.Time.GetUtcNow(), new TestPolicy().Current.Snapshot, CancellationToken.None).AsTask();
    }

    /// <summary>The lines of a list of last week.</summary>
    public static async Task<IReadOnlyList<WeekLine>> LinesAsync(this ConsoleHost host, WeekListTitle list, int weeksAgo = 1, string organisation = Hospital) =>
        (await host.ReviewAsync(weeksAgo, organisation)).LinesOf(list);

    /// <summary>A console whose log holds nothing but what a test plants.</summary>
    public static Task<ConsoleHost> EmptyAsync(DateTimeOffset? now = null) => ConsoleHost.StartAsync(now, isSeeded: false);

    public static ImmutableArray<string> Keys(this IEnumerable<WeekLine> lines) => [.. lines.Select(static l => l.Key)];
}
