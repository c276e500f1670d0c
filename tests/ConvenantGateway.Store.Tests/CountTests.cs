using System.Runtime.CompilerServices;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public abstract class CountTests
{
    private protected abstract StoreEngine Engine { get; }

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Count_RecordsOfThreeWeeks_AreGroupedByWeekPartiesOutcomeAndEmergency()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddDays(7).AddMilliseconds(-1) });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddDays(7), Emergency = true });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddDays(15), Outcome = "refused", Caller = "politie-noord" });

        var counts = await store.Gateway.Reading.CountAsync("ashg-noord", Query(Monday, 3), default);

        Assert.Equal(
            [
                new RecordCount(0, RecordType.Exchange, "ziekenhuis-noord", "ashg-noord", "released", false, 2),
                new RecordCount(1, RecordType.Exchange, "ziekenhuis-noord", "ashg-noord", "released", true, 1),
                new RecordCount(2, RecordType.Exchange, "politie-noord", "ashg-noord", "refused", false, 1),
            ],
            counts);
    }

    [Fact]
    public async Task Count_RecordWithoutAViewForTheViewer_IsInNoCount()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Hospital)) with { Outcome = "refused" });
        await store.AppendAsync(A.Record(new RecordView("fg-ashg-noord", [], [])) with { Type = RecordType.Look, Caller = "fg-ashg-noord" });
        var query = Query(A.Noon.AddDays(-1), 1) with { Types = Enum.GetValues<RecordType>() };

        var holder = await store.Gateway.Reading.CountAsync("ashg-noord", query, default);
        var other = await store.Gateway.Reading.CountAsync("fg2-ashg-noord", query, default);
        var asker = await store.Gateway.Reading.CountAsync("ziekenhuis-noord", query, default);

        Assert.Empty(holder);
        Assert.Empty(other);
        Assert.Single(asker);
    }

    [Fact]
    public async Task Count_EdgesAndOtherTypes_LeaveTheRestOut()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddMilliseconds(-1) });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddDays(7) });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = Monday.AddDays(1), Type = RecordType.Weekcontrole });

        var counts = await store.Gateway.Reading.CountAsync("ashg-noord", Query(Monday, 1), default);

        Assert.Empty(counts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public async Task Count_NoOrTooManyPeriods_IsRefused(int periods)
    {
        await using var store = new TemporaryStore(Engine);
        var query = Query(Monday, periods);

        var count = async () => await store.Gateway.Reading.CountAsync("ashg-noord", query, default);

        await Assert.ThrowsAsync<ArgumentException>(count);
    }

    [Fact]
    public void Check_EdgesThatDoNotAscend_IsRefused()
    {
        var query = new RecordCountQuery { Edges = [Monday, Monday], Types = [RecordType.Exchange] };

        var check = query.Check;

        Assert.Throws<ArgumentException>(check);
    }

    [Fact]
    public async Task CheckpointOf_TimeThatIsPast_StaysWhenTheLogGrows()
    {
        await using var store = new TemporaryStore(Engine);
        var until = A.Noon.AddDays(1);
        var nothing = await store.Gateway.Reading.CheckpointOfAsync(until, default);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        var first = await store.Gateway.Reading.CheckpointOfAsync(until, default);
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Time = until.AddHours(1) });

        var later = await store.Gateway.Reading.CheckpointOfAsync(until, default);
        var next = await store.Gateway.Reading.CheckpointOfAsync(until.AddDays(1), default);

        Assert.Null(nothing);
        Assert.Equal(first, later);
        Assert.NotEqual(first, next);
        Assert.Equal(next, await store.Gateway.Reading.CheckpointAsync(default));
    }

    [Fact]
    public async Task Migration_LeavesOfBefore_SayWhetherTheyWereEmergencyUse()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Emergency = true });
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Trace = "\"emergency\":true" });
        await store.Gateway.DisposeAsync();
        await using (var connection = store.Connect())
        {
            connection.Execute("UPDATE leaf SET emergency = 0");
            connection.Execute(Fill);
        }

        await store.ReopenAsync();

        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
        Assert.Equal([true, false], (await store.Gateway.Reading.CountAsync("ashg-noord", Query(A.Noon, 1), default)).Select(static c => c.Emergency).OrderDescending());
    }

    /// <summary>The migration's own statement.</summary>
    private string Fill => File.ReadAllLines(Path.Combine(MigrationFolder(), "0006_leaf_emergency.sql")).Single(static l => l.StartsWith("UPDATE", StringComparison.Ordinal));

    private string MigrationFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../src/ConvenantGateway.Store/Migrations", Engine == StoreEngine.Postgres ? "Postgres/Gateway" : "Gateway");

    private static RecordCountQuery Query(DateTimeOffset from, int periods) => new()
    {
        Edges = [.. Enumerable.Range(0, periods + 1).Select(i => from.AddDays(7 * i))],
        Types = [RecordType.Exchange, RecordType.Token, RecordType.Hold],
    };
}
