using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

public abstract class ErasureTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Erase_Person_LeavesARecordThatSaysWhyAndStillVerifies()
    {
        await using var store = new TemporaryStore(Engine);
        var receipt = await AnOrder.AppendAsync(store, 5);
        var before = await store.Gateway.Reading.ProofAsync(AnOrder.Viewer, receipt.Transaction, default);

        var report = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.Equal("done", report.Outcome);
        var record = await AnOrder.ReadAsync(store, 0);
        Assert.Empty(record.Values);
        Assert.Equal(new ErasureMark(1, "Wbp-36"), record.Erased);
        var after = await store.Gateway.Reading.ProofAsync(AnOrder.Viewer, receipt.Transaction, default);
        Assert.Equal((before!.LeafHash, "Wbp-36"), (after!.LeafHash, after.Erased!.Rule));
        Assert.Null(before.Erased);
        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
    }

    [Fact]
    public async Task Erase_OneOfTwoPersons_MakesTheSharedViewUnreadable()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5, 6);
        await AnOrder.AppendAsync(store, 6);

        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.NotNull((await AnOrder.ReadAsync(store, 0)).Erased);
        var alone = await AnOrder.ReadAsync(store, 1);
        Assert.Null(alone.Erased);
        Assert.NotEmpty(alone.Values);
    }

    [Fact]
    public async Task Append_AfterErasure_IsReadableAndTheOldStaysErased()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        await AnOrder.AppendAsync(store, 5);

        Assert.NotEmpty((await AnOrder.ReadAsync(store, 2)).Values);
        Assert.Equal(1, (await AnOrder.ReadAsync(store, 0)).Erased?.Tombstone);
        await store.ReopenAsync();
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 2)).Values);
        Assert.Empty((await AnOrder.ReadAsync(store, 0)).Values);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));
        Assert.Equal((1, 3), ((await AnOrder.ReadAsync(store, 0)).Erased?.Tombstone, (await AnOrder.ReadAsync(store, 2)).Erased?.Tombstone));
    }

    [Fact]
    public async Task Erase_NobodyKnown_ErasesAndRecordsNothing()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);

        var report = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 9));

        Assert.Equal("nothing", report.Outcome);
        Assert.Equal(1, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task Erase_WhileOthersAppend_LosesNoValueWithoutATombstone()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        var producers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await AnOrder.AppendAsync(store, 5);
            }
        })).ToList();

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
            await AnOrder.AppendAsync(store, 5);
        }

        await Task.WhenAll(producers);
        var size = (await store.Gateway.Reading.VerifyAsync(default)).TreeSize;
        for (var index = 0L; index < size; index++)
        {
            var record = await AnOrder.ReadAsync(store, index);
            Assert.True(record.Erased is not null ^ record.Values.Length > 0, $"record {index}");
        }
    }

    [Fact]
    public async Task Verify_ErasureRowsChanged_IsFound()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));
        foreach (var change in (string[])["UPDATE erasure SET rule = 'Wbp-40'", "UPDATE erasure SET idx = 1", "UPDATE erasure SET retention = 2", "DELETE FROM erasure"])
        {
            var copy = new TamperCopy(store);
            using (var connection = copy.Connection())
            {
                connection.Execute(change);
            }

            Assert.Contains(copy.Verify().Findings, static f => f.Contains("destroyed keys", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Erase_CrashAfterTheTombstone_IsFinishedAtTheNextStart()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        store.Gateway.Keys.BeforeDestroying = static () => throw new IOException("crash");
        Assert.Equal("failed", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
        Assert.False(store.Gateway.Log.IsHealthy);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => AnOrder.AppendAsync(store, 5));
        Assert.Equal(1, Keys(store));

        await store.ReopenAsync();

        Assert.Equal(0, Keys(store));
        Assert.Equal(new ErasureMark(1, "Wbp-36"), (await AnOrder.ReadAsync(store, 0)).Erased);
        await AnOrder.AppendAsync(store, 5);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 2)).Values);
        await store.ReopenAsync();
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 2)).Values);
    }

    private static long Keys(TemporaryStore store)
    {
        using var connection = store.ConnectToKeys();
        return (long)connection.Scalar("SELECT count(*) FROM key WHERE kind = 'record-log' AND name <> x''")!;
    }
}
