using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

public sealed class ErasureTests
{
    [Fact]
    public async Task Erase_Person_LeavesARecordThatSaysWhyAndStillVerifies()
    {
        await using var store = new TemporaryStore();
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
    public async Task Erase_Person_LeavesNoByteOfTheKeyInAnyFile()
    {
        await using var store = new TemporaryStore();
        for (byte person = 1; person < 120; person++)
        {
            await AnOrder.AppendAsync(store, person);
        }

        var secrets = Enumerable.Range(1, 119).Where(static p => p % 3 == 0).Select(p => (Person: (byte)p, Secret: AnOrder.Secret(store, (byte)p))).ToList();
        Assert.All(secrets, s => Assert.True(IsInAnyFile(store, s.Secret)));

        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, [.. secrets.Select(static s => s.Person)]));

        Assert.All(secrets, s => Assert.False(IsInAnyFile(store, s.Secret)));
        Assert.All(secrets, s => Assert.False(IsInAnyFile(store, s.Secret.AsSpan(0, 12).ToArray())));
        Assert.True(IsInAnyFile(store, AnOrder.Secret(store, 1)));
    }

    [Fact]
    public async Task Erase_OneOfTwoPersons_MakesTheSharedViewUnreadable()
    {
        await using var store = new TemporaryStore();
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
        await using var store = new TemporaryStore();
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
        await using var store = new TemporaryStore();
        await AnOrder.AppendAsync(store, 5);

        var report = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 9));

        Assert.Equal("nothing", report.Outcome);
        Assert.Equal(1, (await store.Gateway.Reading.VerifyAsync(default)).TreeSize);
    }

    [Fact]
    public async Task Erase_WhileOthersAppend_LosesNoValueWithoutATombstone()
    {
        await using var store = new TemporaryStore();
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

    [Theory]
    [InlineData("before the keys go")]
    [InlineData("with the keys put back")]
    public async Task Erase_CrashAfterTheTombstone_IsFinishedAtTheNextStart(string crash)
    {
        await using var store = new TemporaryStore();
        await AnOrder.AppendAsync(store, 5);
        var secret = AnOrder.Secret(store, 5);
        var keys = Path.Combine(store.Directory, "keys.db");
        if (crash == "before the keys go")
        {
            store.Gateway.Keys.BeforeDestroying = static () => throw new IOException("crash");
            Assert.Equal("failed", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
            Assert.False(store.Gateway.Log.IsHealthy);
            await Assert.ThrowsAsync<AuditUnavailableException>(() => AnOrder.AppendAsync(store, 5));
            Assert.True(IsInAnyFile(store, secret));
        }
        else
        {
            await store.ReopenAsync();
            File.Copy(keys, keys + ".old");
            await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));
            await store.Gateway.DisposeAsync();
            File.Move(keys + ".old", keys, overwrite: true);
        }

        await store.ReopenAsync();

        Assert.False(IsInAnyFile(store, secret));
        Assert.Equal(new ErasureMark(1, "Wbp-36"), (await AnOrder.ReadAsync(store, 0)).Erased);
        await AnOrder.AppendAsync(store, 5);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 2)).Values);
        Assert.Single(ErasuresFile.Read(Path.Combine(store.Directory, ErasuresFile.Name)));
    }

    [Fact]
    public async Task Erase_TombstoneCannotBeWritten_ErasesNothing()
    {
        await using var store = new TemporaryStore();
        await AnOrder.AppendAsync(store, 5);
        store.Gateway.Store.LimitPages(store.Gateway.Store.Pages());
        LogOrderReport report;
        do
        {
            report = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));
            if (report.Outcome == "done")
            {
                await AnOrder.AppendAsync(store, 5);
            }
        }
        while (report.Outcome == "done" && (await TryAppendAsync(store)));

        store.Gateway.Store.LimitPages(1_000_000);

        var newest = (await store.Gateway.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Limit = 500 }, default)).First(static r => r.Record.Type == RecordType.Exchange);
        Assert.True(newest.Erased is not null ^ newest.Values.Length > 0);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    [Fact]
    public async Task Verify_ErasureRowsChanged_IsFound()
    {
        await using var store = new TemporaryStore();
        await AnOrder.AppendAsync(store, 5);
        await AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));
        foreach (var change in (string[])["DELETE FROM erasure", "UPDATE erasure SET rule = 'Wbp-40'", "UPDATE erasure SET idx = 1", "UPDATE erasure SET person = x'00000000000000000000000000000000'"])
        {
            var copy = new TamperCopy(store);
            using (var connection = copy.Connection())
            {
                using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this test.
                command.CommandText = change;
#pragma warning restore CA2100
                command.ExecuteNonQuery();
            }

            Assert.Contains(copy.Verify().Findings, static f => f.Contains("destroyed keys", StringComparison.Ordinal));
        }
    }

    internal static bool IsInAnyFile(TemporaryStore store, byte[] secret) =>
        Directory.EnumerateFiles(store.Directory, "*", SearchOption.AllDirectories).Where(static f => !f.EndsWith(".lock", StringComparison.Ordinal)).Any(f => Bytes(f).AsSpan().IndexOf(secret) >= 0);

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<bool> TryAppendAsync(TemporaryStore store)
    {
        try
        {
            await AnOrder.AppendAsync(store, 5);
            return true;
        }
        catch (AuditUnavailableException)
        {
            return false;
        }
    }
}
