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
        cluster.Sql("SET default_transaction_read_only = off; ALTER SYSTEM RESET default_transaction_read_only; ", "SELECT pg_reload_conf()");

        await TestWait.UntilAsync(() => store.Gateway.Log.IsHealthy);
        Assert.Equal(0, (await store.AppendAsync(A.Record())).Index);
    }

    [Theory]
    [InlineData("fsync = off", "fsync")]
    [InlineData("full_page_writes = off", "full_page_writes")]
    public void Open_ServerThatWouldLoseCommits_IsRefused(string setting, string named)
    {
        using var cluster = PostgresCluster.Start(setting);
        var options = new SqliteGatewayOptions { DataDirectory = cluster.ConnectionString(cluster.NewDatabase()), LogOrigin = TemporaryStore.Origin };

        var refused = Assert.Throws<StoreUnusableException>(() => SqliteGateway.Open(options, TimeProvider.System));

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
}
