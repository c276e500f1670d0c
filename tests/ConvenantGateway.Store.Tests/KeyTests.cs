namespace ConvenantGateway.Store.Tests;

public abstract class KeyTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Key_HandedOut_IsReadableByAnotherConnectionAtOnce()
    {
        await using var store = new TemporaryStore(Engine);
        var key = store.Gateway.RegionKeys.HandleKey("noord");
        using var connection = store.ConnectToKeys();

        Assert.Equal(key.ToArray(), (byte[])connection.Scalar("SELECT secret FROM key WHERE kind = 'region' AND owner = 'noord'")!);
        Assert.Equal(32, key.Length);
    }

    [Fact]
    public async Task Key_AfterRestart_IsTheSame()
    {
        await using var store = new TemporaryStore(Engine);
        var (region, log) = (store.Gateway.RegionKeys.HandleKey("noord").ToArray(), store.Gateway.Reading.VerifierKey);

        await store.ReopenAsync();

        Assert.Equal(region, store.Gateway.RegionKeys.HandleKey("noord").ToArray());
        Assert.Equal(log, store.Gateway.Reading.VerifierKey);
        Assert.NotEqual(region, store.Gateway.RegionKeys.HandleKey("zuid").ToArray());
    }

    [Fact]
    public async Task Values_KeyDestroyed_AreGoneAndTheLogStillVerifies()
    {
        await using var store = new TemporaryStore(Engine);
        var handle = A.Handle(5).ToBytes();
        await store.AppendAsync(A.Record(A.View(A.Ashg, handle)));
        await store.Gateway.DisposeAsync();
        using (var connection = store.ConnectToKeys())
        {
            Assert.Equal(1, connection.Execute("DELETE FROM key WHERE kind = 'record-log' AND name <> x''"));
        }

        await store.ReopenAsync();

        Assert.Empty((await store.Gateway.Reading.FindAsync("ashg-noord", 0, default))!.Values);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }
}
