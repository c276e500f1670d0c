using System.Data.Common;
using ConvenantGateway.Audit;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>A server that goes away, comes back, takes no writes, or would not keep what it acknowledges.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Append_ServerGoneAndBack_IsUnavailableMeanwhileAndHeals()
    {
        using var cluster = PostgresCluster.Start();
        await using var store = new TemporaryStore(cluster);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        Assert.Single(await store.Gateway.Reading.ListAsync("ashg-noord", new RecordQuery(), default));

        cluster.StopServer();

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        }

        Assert.False(store.Gateway.Log.IsHealthy);
        await Assert.ThrowsAnyAsync<DbException>(() => store.Gateway.Reading.CheckpointAsync(default).AsTask());

        cluster.StartServer();

        Assert.Equal(1, (await store.AppendAsync(A.Record(A.View(A.Hospital)))).Index);
        Assert.True(store.Gateway.Log.IsHealthy);
        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.Equal(2, verified.TreeSize);
    }

    [Fact]
    public async Task Append_ServerTakesNoWrites_HealsWhenItDoes()
    {
        using var cluster = PostgresCluster.Start();
        await using var store = new TemporaryStore(cluster);
        cluster.Sql("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'convenantgateway'");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        cluster.Sql("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()");

        await TestWait.UntilAsync(() => store.Gateway.Log.IsHealthy);
        Assert.Equal(0, (await store.AppendAsync(A.Record())).Index);
    }

    [Theory]
    [InlineData("fsync = off", "fsync")]
    [InlineData("full_page_writes = off", "full_page_writes")]
    public void Open_ServerThatWouldLoseCommits_IsRefused(string setting, string named)
    {
        using var cluster = PostgresCluster.Start(setting);
        var options = new StoreOptions { Database = cluster.ConnectionString(cluster.NewDatabase()), LogOrigin = TemporaryStore.Origin };

        var refused = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(options, TimeProvider.System));

        Assert.Contains($"`{named}`", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_ServerKilledTenTimesUnderLoad_EveryReceiptIsInTheLog()
    {
        using var cluster = PostgresCluster.Start();
        await using var store = new TemporaryStore(cluster);
        await store.Gateway.DisposeAsync();
        using var child = new CrashChild(store.Place);
        for (var round = 0; round < 10; round++)
        {
            child.ReadReceipts(20 + (7 * round));
            if (round % 2 == 0)
            {
                cluster.KillServer();
            }
            else
            {
                cluster.StopServer();
            }

            cluster.StartServer();
        }

        child.ReadReceipts(20);
        child.Kill();
        await store.ReopenAsync();

        Assert.True(child.Refusals > 0);
        await child.CheckAsync(store, 0);
    }

    [Fact]
    public async Task Append_SyncOfTheServerFailsAgainAndAgain_EveryReceiptIsInTheLog()
    {
        using var cluster = PostgresCluster.Start();
        await using var store = new TemporaryStore(cluster);
        await store.Gateway.DisposeAsync();

        await AppendOnAsync(cluster, store, "fdatasync:error=EIO:when=40", null, static c => c.Refusals > 0 && c.Receipts > 500);
    }

    [Fact]
    public async Task Append_DiskOfTheServerFull_HealsByItself()
    {
        using var cluster = PostgresCluster.Start();
        await using var store = new TemporaryStore(cluster);
        using var connection = store.Connect();
        var table = (string)connection.Scalar("SELECT pg_relation_filepath('leaf')")!;
        await connection.CloseAsync();
        await store.Gateway.DisposeAsync();

        await AppendOnAsync(cluster, store, "pwrite64:error=ENOSPC:when=4..12", Path.Combine(cluster.Folder, "data", table), static c => c.Refusals > 0 && c.Receipts > 200);

        Assert.Contains("No space left on device", File.ReadAllText(Path.Combine(cluster.Folder, "log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedCopy_OfALogOnTheServer_NamesTheRecordAndLeavesTheLog()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        await store.AppendAsync(A.Record(A.View(A.Ashg)));

        var found = ChangedLogCopy.Verify(store.DatabasePath, 1, store.Gateway.Reading.VerifierKey, default);

        Assert.StartsWith("record 1:", found.Findings[0], StringComparison.Ordinal);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
        Assert.Throws<ArgumentException>(() => ChangedLogCopy.Verify(store.DatabasePath, 2, store.Gateway.Reading.VerifierKey, default));
    }

    private static async Task AppendOnAsync(PostgresCluster cluster, TemporaryStore store, string fault, string? path, Func<CrashChild, bool> isEnough)
    {
        cluster.StopServer();
        cluster.StartServer(fault, path);
        using (var child = new CrashChild(store.Place))
        {
            child.ReadUntil(isEnough);
            child.Kill();
            cluster.StopServer();
            cluster.StartServer();
            await store.ReopenAsync();
            await child.CheckAsync(store, 0);
        }
    }
}
