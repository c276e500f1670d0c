using ConvenantGateway.Audit;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>What a role may, what a message tells, and what is left of a key.</summary>
public sealed class RightsTests
{
    private static readonly PostgresCluster Cluster = PostgresCluster.Shared;

    [Fact]
    public async Task Open_RoleThatMayMakeNoDatabase_NamesWhatToMake()
    {
        var name = Cluster.NewDatabase();
        Cluster.Sql($"CREATE ROLE {name} LOGIN", $"ALTER DATABASE {name} OWNER TO {name}");
        var options = new StoreOptions { Database = Cluster.ConnectionString(name, name), LogOrigin = TemporaryStore.Origin };

        var refused = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(options, TimeProvider.System));
        Cluster.Sql($"CREATE DATABASE {name}_keys OWNER {name} TEMPLATE template0 ENCODING 'UTF8'");
        await using (var gateway = GatewayStore.Open(options, TimeProvider.System))
        {
            Assert.Equal(0, (await gateway.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default)).Index);
        }

        Assert.Contains($"`{name}_keys`", refused.Message, StringComparison.Ordinal);
        Cluster.Drop(name);
        Cluster.Sql($"DROP ROLE {name}");
    }

    [Theory]
    [InlineData("Host=/nowhere;Database=convenant;Username=x;Password=geheim-1")]
    [InlineData("Host=127.0.0.1;Port=1;Database=convenant;Username=x;Password=geheim-1")]
    [InlineData("Host=127.0.0.1;Port=geheim-1;Database=convenant;Password=geheim-1")]
    [InlineData("Host=127.0.0.1;geheim-1")]
    [InlineData("Host=127.0.0.1;Password=geheim-1")]
    public void Open_ThatFails_TellsNoPassword(string place)
    {
        var refused = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = TemporaryStore.Origin }, TimeProvider.System));
        var read = Assert.Throws<StoreUnusableException>(() => LogDatabase.Open(place));

        Assert.DoesNotContain("geheim-1", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim-1", read.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Command Timeout=0", "Command Timeout")]
    [InlineData("CommandTimeout=61", "Command Timeout")]
    [InlineData("Timeout=0", "Timeout")]
    [InlineData("timeout=61", "Timeout")]
    public void Open_WaitWithoutAnEnd_IsRefused(string wait, string named)
    {
        var options = new StoreOptions { Database = $"Host={Cluster.Folder};Database=postgres;{wait}", LogOrigin = TemporaryStore.Origin };

        var refused = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(options, TimeProvider.System));

        Assert.Contains($"`{named}` must be 1 to 60 seconds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FolderOfAnotherLogsNode_IsRefusedAndLeftAsItIs()
    {
        var (one, other) = (Cluster.NewDatabase(), Cluster.NewDatabase());
        var state = Directory.CreateTempSubdirectory("convenant-state-").FullName;
        StoreOptions Options(string name) => new() { Database = Cluster.ConnectionString(name), LogOrigin = TemporaryStore.Origin, State = state };
        await using (GatewayStore.Open(Options(one), TimeProvider.System))
        {
        }

        var claimed = await File.ReadAllTextAsync(Path.Combine(state, "log.key"));

        var refused = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(Options(other), TimeProvider.System));

        Assert.Contains("is the folder of another log's node", refused.Message, StringComparison.Ordinal);
        Assert.Equal(claimed, await File.ReadAllTextAsync(Path.Combine(state, "log.key")));
        await using (var again = GatewayStore.Open(Options(one), TimeProvider.System))
        {
            Assert.Equal(claimed, again.Reading.VerifierKey + "\n");
        }

        Directory.Delete(state, recursive: true);
        Cluster.Drop(one);
        Cluster.Drop(other);
    }

    [Fact]
    public async Task Append_AnswerLaterThanTheCommandTimeout_IsRefused()
    {
        var name = Cluster.NewDatabase();
        var place = $"Host={Cluster.Folder};Database={name};Username=postgres;Command Timeout=1";
        await using (var gateway = GatewayStore.Open(new StoreOptions { Database = place, LogOrigin = TemporaryStore.Origin }, TimeProvider.System))
        {
            await using var connection = new Npgsql.NpgsqlConnection($"{place};Pooling=false");
            await connection.OpenAsync();
            connection.Execute(
                """
                CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3600); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON checkpoint DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();
                """);

            await Assert.ThrowsAsync<AuditUnavailableException>(() => gateway.Log.AppendAsync(A.Record(), null, default).AsTask());
        }

        Cluster.Drop(name);
    }

    [Fact]
    public async Task Open_DatabaseThatIsNotThere_SaysSo()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);

        var refused = Assert.Throws<StoreUnusableException>(() => LogDatabase.Open(Cluster.ConnectionString("nowhere")));
        var empty = Assert.Throws<InvalidDataException>(() => LogDatabase.Open(Cluster.ConnectionString("postgres")));

        Assert.Contains("3D000", refused.Message, StringComparison.Ordinal);
        Assert.Contains("not a database of this gateway", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrub_AfterAKeyWasDeleted_LeavesItInNoFileButTheWriteAheadLog()
    {
        await using var store = new TemporaryStore(StoreEngine.Postgres);
        var key = store.Gateway.RegionKeys.HandleKey("noord").ToArray();
        Assert.Contains(await store.FilesWith(key), static f => f.Contains("/base/", StringComparison.Ordinal));
        await using var connection = store.ConnectToKeys();
        connection.Execute("DELETE FROM key WHERE kind = 'region'");

        store.Gateway.Keys.Scrub();

        Assert.DoesNotContain(await store.FilesWith(key), static f => f.Contains("/base/", StringComparison.Ordinal));
    }
}
