using System.Data.Common;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>What a rotated key leaves on a server: nothing, once nobody reads the table.</summary>
public sealed class KeyDestructionTests
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    private readonly MovableClock _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Start_OverlapOver_TheOldPrivateKeyIsDestroyed()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        var (old, _) = await RotatedAsync(store);

        await using (var gateway = GatewayStore.Open(store.Options, _time))
        {
            Assert.Empty(gateway.UndestroyedKeys);
        }

        using var keys = store.ConnectToKeys();
        Assert.DoesNotContain(old, Seeds(keys));
        Assert.Single(Seeds(keys));
    }

    [Fact]
    public async Task Start_SomebodyReadsTheKeys_TheOldPrivateKeyIsZeroedAndToldAndRemovedAtTheNextStart()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        var (old, rotated) = await RotatedAsync(store);
        using var keys = store.ConnectToKeys();
        using (await keys.BeginTransactionAsync())
        {
            Assert.Equal(2, Seeds(keys).Count);
            await using var gateway = GatewayStore.Open(store.Options, _time);
            Assert.Contains("PostgreSQL error 55P03", gateway.UndestroyedKeys[0].Why, StringComparison.Ordinal);
            Assert.Equal([rotated.Old.ToString()], gateway.UndestroyedKeys.Select(static k => k.Key.ToString()));
        }

        Assert.Equal(2, Seeds(keys).Count);
        Assert.DoesNotContain(old, Seeds(keys));

        await using (var gateway = GatewayStore.Open(store.Options, _time))
        {
            Assert.Empty(gateway.UndestroyedKeys);
        }

        Assert.Single(Seeds(keys));
    }

    private async Task<(string Old, RotatedKey Rotated)> RotatedAsync(TemporaryStore store)
    {
        await store.AppendAsync(A.Record());
        await store.Gateway.DisposeAsync();
        string old;
        using (var keys = store.ConnectToKeys())
        {
            old = Seeds(keys).Single();
        }

        var rotated = KeyRotation.Run(store.Place, Overlap, _time)!;
        _time.Advance(Overlap);
        return (old, rotated);
    }

    private static List<string> Seeds(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT encode(secret, 'hex') FROM key WHERE kind = 'log'";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
