namespace ConvenantGateway.Store.Tests;

public abstract class CrashTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Kill9_TenTimesUnderLoad_EveryReceiptIsInTheLog()
    {
        await using var store = new TemporaryStore(Engine);
        var leaves = 0L;
        for (var round = 0; round < 10; round++)
        {
            await store.Gateway.DisposeAsync();
            using var child = new CrashChild(store.Place);
            child.ReadReceipts(40 + (17 * round));
            child.Kill();
            await store.ReopenAsync();

            leaves = await child.CheckAsync(store, leaves);
        }
    }

    [Fact]
    public async Task Open_WhileAnotherProcessWrites_ExitsWithOne()
    {
        await using var store = new TemporaryStore(Engine);

        var (code, message) = await CrashChild.RunAsync(store.Place);

        Assert.Equal(1, code);
        Assert.Contains("one writer per log", message, StringComparison.Ordinal);
        Assert.Throws<LogInUseException>(() => GatewayStore.Open(store.Options, TimeProvider.System));
    }
}
