using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public abstract class VisibilityTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Record_WithTheAskersViewOnly_DoesNotExistForTheHolder()
    {
        await using var store = new TemporaryStore(Engine);
        var handle = A.Handle(3).ToBytes();
        var hidden = A.Record(A.View(A.Hospital, handle));
        await store.AppendAsync(hidden);
        var reading = store.Gateway.Reading;

        Assert.Empty(await reading.ListAsync("ashg-noord", new RecordQuery(), default));
        Assert.Empty(await reading.ListAsync("ashg-noord", new RecordQuery { Person = handle }, default));
        Assert.Null(await reading.FindAsync("ashg-noord", 0, default));
        Assert.Null(await reading.ProofAsync("ashg-noord", hidden.Transaction, default));

        Assert.Single(await reading.ListAsync("ziekenhuis-noord", new RecordQuery { Person = handle }, default));
        Assert.NotNull(await reading.FindAsync("ziekenhuis-noord", 0, default));
        Assert.NotNull(await reading.ProofAsync("ziekenhuis-noord", hidden.Transaction, default));
    }

    [Fact]
    public async Task Record_WithTwoViews_ShowsEachItsOwnValues()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(
            new RecordView("ziekenhuis-noord", [new RecordValue("level", "L0")], []),
            new RecordView("ashg-noord", [new RecordValue("level", "L0"), new RecordValue("answer-ground", "G-COOP")], [A.Handle(1).ToBytes()])));

        var asker = await store.Gateway.Reading.FindAsync("ziekenhuis-noord", 0, default);
        var holder = await store.Gateway.Reading.FindAsync("ashg-noord", 0, default);

        Assert.Equal("level", Assert.Single(asker!.Values).Field);
        Assert.Equal("ziekenhuis-noord", Assert.Single(asker.Record.Views).Viewer);
        Assert.Equal("G-COOP", holder!.Values[1].Value);
        Assert.Equal(A.Handle(1).ToBytes(), Assert.Single(holder.Record.Views[0].Persons).ToArray());
    }

    [Fact]
    public async Task List_EveryFilter_FindsAndItsTwinDoesNot()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)) with { Rules = ["R-46a", "R-1"] });
        RecordQuery[] found =
        [
            new() { From = A.Noon }, new() { Until = A.Noon.AddSeconds(1) }, new() { Partner = "ziekenhuis-noord" }, new() { Rule = "R-46a" }, new() { Outcome = "released" },
            new() { Purpose = "STATUS" }, new() { Types = [RecordType.Exchange, RecordType.Look] }, new() { Before = 1 },
        ];
        RecordQuery[] missed =
        [
            new() { From = A.Noon.AddSeconds(1) }, new() { Until = A.Noon }, new() { Partner = "politie-noord" }, new() { Rule = "R-46" }, new() { Outcome = "refused" },
            new() { Purpose = "TREAT" }, new() { Types = [RecordType.Look] }, new() { Before = 0 }, new() { Person = new byte[32] },
        ];

        foreach (var query in found)
        {
            Assert.Single(await store.Gateway.Reading.ListAsync("ashg-noord", query, default));
        }

        foreach (var query in missed)
        {
            Assert.Empty(await store.Gateway.Reading.ListAsync("ashg-noord", query, default));
        }
    }

    [Fact]
    public async Task List_NewestFirst_PagesByBefore()
    {
        await using var store = new TemporaryStore(Engine);
        for (var i = 0; i < 5; i++)
        {
            await store.AppendAsync(A.Record(A.View(A.Ashg)));
        }

        var first = await store.Gateway.Reading.ListAsync("ashg-noord", new RecordQuery { Limit = 2 }, default);
        var second = await store.Gateway.Reading.ListAsync("ashg-noord", new RecordQuery { Limit = 9, Before = first[1].Index }, default);

        Assert.Equal(new long[] { 4, 3 }, first.Select(static r => r.Index));
        Assert.Equal(new long[] { 2, 1, 0 }, second.Select(static r => r.Index));
    }
}
