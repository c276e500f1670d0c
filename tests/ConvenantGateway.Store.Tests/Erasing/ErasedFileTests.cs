using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

/// <summary>What of an erasure shows in the files of the embedded store.</summary>
public sealed class ErasedFileTests
{
    [Fact]
    public async Task Erase_Person_LeavesNoByteOfTheKeyInAnyFile()
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
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

    [Theory]
    [InlineData("before the keys go")]
    [InlineData("with the keys put back")]
    public async Task Erase_KeysThere_AreDestroyedAtTheNextStart(string crash)
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
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
    public async Task Backup_ErasureAndReturnOfThePersonBetweenTheCopies_IsCopiedAnew()
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
        using var places = new BackupPlaces(store);
        await AnOrder.AppendAsync(store, 5);
        var tries = 0;
        var source = new SqliteBackup(store.Directory)
        {
            BeforeKeys = () =>
            {
                if (tries++ == 0)
                {
                    store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5)).AsTask().GetAwaiter().GetResult();
                    AnOrder.AppendAsync(store, 5).GetAwaiter().GetResult();
                }
            },
        };
        Directory.CreateDirectory(places.Backup);

        var copied = source.CopyTo(places.Backup, TimeProvider.System);

        Assert.Equal((2, 3), (tries, copied.Size));
    }

    [Fact]
    public async Task Erase_TombstoneCannotBeWritten_ErasesNothing()
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
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
