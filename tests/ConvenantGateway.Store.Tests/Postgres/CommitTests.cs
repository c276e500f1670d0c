using ConvenantGateway.Audit;
using ConvenantGateway.Testing.Postgres;
using Npgsql;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>Commits whose outcome the client cannot know, and who may write after them.</summary>
public sealed class CommitTests
{
    private const string Writer = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    [Fact]
    public async Task Append_AnswerToTheCommitLost_RecordStandsAndTheNextFollowsIt()
    {
        using var proxy = new PostgresProxy(PostgresCluster.Shared);
        var name = PostgresCluster.Shared.NewDatabase();
        await using var gateway = Open(proxy.ConnectionString(name));
        await gateway.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default);
        proxy.CutAfterCommit();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => gateway.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default).AsTask());
        var after = await gateway.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default);

        Assert.Equal(2, after.Index);
        await VerifyAsync(gateway, 3);
        PostgresCluster.Shared.Drop(name);
    }

    [Fact]
    public async Task Append_BackendEndedDuringTheCommit_RecordDoesNotStand()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        await using var connection = (NpgsqlConnection)store.Connect();
        connection.Execute(
            """
            CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON checkpoint DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();
            """);

        var append = Task.Run(() => store.AppendAsync(A.Record()).AsTask());
        await TestWait.UntilAsync(() => connection.Scalar($"SELECT 1 FROM pg_stat_activity WHERE pid = ({Writer}) AND wait_event = 'PgSleep'") is not null);
        connection.Execute($"SELECT pg_terminate_backend(({Writer}))");
        await Assert.ThrowsAsync<AuditUnavailableException>(() => append);
        connection.Execute("DROP TRIGGER slow ON checkpoint");

        Assert.Equal(0, (await store.AppendAsync(A.Record())).Index);
        await VerifyAsync(store.Gateway, 1);
    }

    [Fact]
    public async Task Append_BackendEndedAgainAndAgain_ReceiptsAndLogAgree()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        await using var connection = (NpgsqlConnection)store.Connect();
        using var enough = new CancellationTokenSource();
        var receipts = new System.Collections.Concurrent.ConcurrentBag<AuditReceipt>();
        var producers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    receipts.Add(await store.AppendAsync(A.Record(A.View(A.Ashg)), new Exchange.StoreWrites { Claim = (A.Ashg, Guid.CreateVersion7()) }));
                }
                catch (AuditUnavailableException)
                {
                    await Task.Yield();
                }
            }
        })).ToArray();
        for (var round = 0; round < 25; round++)
        {
            var held = receipts.Count;
            await TestWait.UntilAsync(() => receipts.Count > held);
            connection.Execute($"SELECT pg_terminate_backend(pid) FROM ({Writer}) AS writer");
        }

        await enough.CancelAsync();
        await Task.WhenAll(producers);

        var size = (await store.Gateway.Reading.VerifyAsync(default)).TreeSize;
        await VerifyAsync(store.Gateway, size);
        Assert.Equal(receipts.Count, receipts.Select(static r => r.Index).Distinct().Count());
        foreach (var receipt in receipts)
        {
            Assert.Equal(receipt.Transaction, (await store.Gateway.Reading.FindAsync("ashg-noord", receipt.Index, default))!.Record.Transaction);
        }
    }

    [Fact]
    public async Task Append_LockTakenByAnotherMeanwhile_StopsForGood()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        await using var connection = (NpgsqlConnection)store.Connect();
        var key = connection.Scalar("SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        await using var other = (NpgsqlConnection)store.Connect();
        var taken = Task.Run(() => other.Execute($"SELECT pg_advisory_lock({key})"));
        await TestWait.UntilAsync(() => connection.Scalar("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") is not null);
        connection.Execute($"SELECT pg_terminate_backend(pid) FROM ({Writer}) AS writer");
        await taken;

        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        other.Execute($"SELECT pg_advisory_unlock({key})");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());
        Assert.False(store.Gateway.Log.IsHealthy);
    }

    [Fact]
    public async Task Append_TextThatTheServerRefuses_FailsAlone()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        var poison = A.Resource(A.Ashg, A.Ashg, "Condition", "a\0b");

        var appends = await store.BatchAsync(
            (A.Record(), A.Storing(A.Resource(A.Ashg, A.Ashg, "Condition", "c1"))), (A.Record(), A.Storing(poison)), (A.Record(), A.Storing(A.Resource(A.Ashg, A.Ashg, "Condition", "c2"))));

        await Assert.ThrowsAsync<AuditUnavailableException>(() => appends[1]);
        Assert.Equal(0, (await appends[0]).Index);
        Assert.Equal(1, (await appends[2]).Index);
        Assert.True(store.Gateway.Log.IsHealthy);
        await VerifyAsync(store.Gateway, 2);
    }

    private static GatewayStore Open(string place) => GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = TemporaryStore.Origin }, TimeProvider.System);

    private static async Task VerifyAsync(GatewayStore gateway, long size)
    {
        var verified = await gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
        Assert.Equal(size, verified.TreeSize);
    }
}
