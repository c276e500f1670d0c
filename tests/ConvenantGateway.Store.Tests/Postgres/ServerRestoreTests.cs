using ConvenantGateway.Audit;
using ConvenantGateway.Store.Tests.Erasing;
using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>Restores onto a server: what is there already, who may what, and what is left when it breaks off.</summary>
public sealed class ServerRestoreTests : IAsyncLifetime
{
    private static readonly PostgresCluster Cluster = PostgresCluster.Shared;

    private readonly TemporaryStore _store = new(StoreEngine.Postgres, keepsState: true);
    private readonly BackupPlaces _places;

    public ServerRestoreTests() => _places = new BackupPlaces(_store);

    private string Programs => Path.Combine(_places.Folder, "bin");

    private string Keys => $"{_places.RestoredName}_keys";

    public async ValueTask InitializeAsync()
    {
        await AnOrder.AppendAsync(_store, 5);
        _places.Write();
    }

    public async ValueTask DisposeAsync()
    {
        _places.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Restore_DatabaseThatHoldsSomething_IsRefusedAndStaysAsItIs()
    {
        Cluster.Sql($"CREATE DATABASE {_places.RestoredName} TEMPLATE template0 ENCODING 'UTF8'", $"CREATE DATABASE {Keys} TEMPLATE template0 ENCODING 'UTF8'");
        foreach (var (which, kind, what) in ((string, string, string)[])[
            ("", "TABLE", "x (y INT)"), ("_keys", "TABLE", "x (y INT)"), ("", "SCHEMA", "x"), ("_keys", "FUNCTION", "x() RETURNS INT LANGUAGE sql AS 'SELECT 1'"), ("", "TYPE", "x AS ENUM ('y')"), ("", "SEQUENCE", "x")])
        {
            using var other = Connect(which);
            other.Execute($"CREATE {kind} {what}");

            var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());

            Assert.Contains($"{_places.RestoredName}{which}` is not empty", refused.Message, StringComparison.Ordinal);
            other.Execute($"DROP {kind} x");
        }

        Assert.Equal("0", Count("pg_namespace WHERE nspname = 'convenant_restoring'"));
    }

    [Fact]
    public async Task Restore_OverARunningGateway_IsRefusedAndDisturbsNothing()
    {
        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(_places.Order with { To = _store.Place }, TimeProvider.System));

        Assert.Equal(1, (await AnOrder.AppendAsync(_store, 5)).Index);
        Assert.True((await _store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Restore_BrokenOffWhileFilling_IsOpenedByNobodyAndCanBeRunAgain(int run)
    {
        FakePrograms.Write(Programs, "pg_restore", $$"""
            n=$(($(cat "$folder/runs" 2>/dev/null || echo 0) + 1)); echo $n >"$folder/runs"
            [ $n = {{run}} ] && { echo 'pg_restore: error: crash' >&2; exit 1; }
            exec "$real" "$@"
            """);

        await Assert.ThrowsAsync<BackupFailedException>(() => RestoreAsync(Programs));

        AssertIsOpenedByNobody();
        await RestoreAsync();
        await AssertServesAsync();
    }

    [Fact]
    public async Task Restore_BrokenOffAtTheVeryEnd_IsOpenedByNobodyAndCanBeRunAgain()
    {
        // What comes into the folder meanwhile stops it where everything but the names is done.
        FakePrograms.Write(Programs, "pg_restore", $"touch '{_places.RestoredState}/x'; exec \"$real\" \"$@\"");

        await Assert.ThrowsAnyAsync<IOException>(() => RestoreAsync(Programs));

        Assert.Equal("2", Count("log_key"));
        AssertIsOpenedByNobody();
        File.Delete(Path.Combine(_places.RestoredState, "x"));
        await RestoreAsync();
        await AssertServesAsync();
        Assert.Equal("2", Count("log_key"));
    }

    [Fact]
    public async Task Restore_DumpThatDoesNotVerify_IsOpenedByNobody()
    {
        // Another log under a manifest that the right key signed: what only the log itself can show.
        await using var other = new TemporaryStore(StoreEngine.Postgres, keepsState: true);
        await AnOrder.AppendAsync(other, 5);
        using var places = new BackupPlaces(other);
        places.Write();
        File.Copy(Path.Combine(places.Backup, "convenant.dump"), Path.Combine(_places.Backup, "convenant.dump"), overwrite: true);
        var manifest = BackupManifest.Read(await File.ReadAllBytesAsync(Path.Combine(_places.Backup, "manifest.json"), default)).Manifest;
        manifest.Files["convenant.dump"] = BackupManifest.DigestOf(Path.Combine(_places.Backup, "convenant.dump"));
        await File.WriteAllBytesAsync(Path.Combine(_places.Backup, "manifest.json"), manifest.Write(new NoteSigner(TemporaryStore.Origin, _store.Gateway.Keys.LogSeed(TemporaryStore.Origin))), default);

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => RestoreAsync());

        Assert.Contains("does not verify", refused.Message, StringComparison.Ordinal);
        AssertIsOpenedByNobody();
    }

    [Fact]
    public async Task Restore_WhileAnotherOneRuns_IsRefusedAndNoGatewayOpensIt()
    {
        FakePrograms.Pausing(Programs, "pg_restore", 2);
        var first = Task.Run(() => RestoreAsync(Programs));
        await TestWait.UntilAsync(() => FakePrograms.IsPaused(Programs));

        await Assert.ThrowsAsync<LogInUseException>(async () => await NodeRestore.RunAsync(_places.Order with { State = Path.Combine(_places.Folder, "second") }, TimeProvider.System));
        AssertIsOpenedByNobody();
        FakePrograms.GoOn(Programs);
        await first;

        await AssertServesAsync();
    }

    [Fact]
    public async Task Restore_RoleThatMayMakeNoDatabase_NamesWhatToMakeAndThenRestores()
    {
        var role = $"role_{_places.RestoredName}";
        Cluster.Sql($"CREATE ROLE {role} LOGIN");
        var order = _places.Order with { To = Cluster.ConnectionString(_places.RestoredName, role) };

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(async () => await NodeRestore.RunAsync(order, TimeProvider.System));
        Assert.Contains($"make `{_places.RestoredName}`", refused.Message, StringComparison.Ordinal);
        Cluster.Sql($"CREATE DATABASE {_places.RestoredName} OWNER {role} TEMPLATE template0 ENCODING 'UTF8'");
        refused = await Assert.ThrowsAsync<StoreUnusableException>(async () => await NodeRestore.RunAsync(order, TimeProvider.System));
        Assert.Contains($"make `{Keys}`", refused.Message, StringComparison.Ordinal);
        Cluster.Sql($"CREATE DATABASE {Keys} OWNER {role} TEMPLATE template0 ENCODING 'UTF8'");
        FakePrograms.Write(Programs, "pg_restore", "echo 'pg_restore: error: crash' >&2; exit 1");
        await Assert.ThrowsAsync<BackupFailedException>(async () => await NodeRestore.RunAsync(order with { Programs = Programs }, TimeProvider.System));
        await NodeRestore.RunAsync(order, TimeProvider.System);
        await using (var restored = Open(role))
        {
            await restored.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default);
            Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
        }

        var again = NodeBackup.Write(new BackupOrder { Database = order.To, State = _places.RestoredState, To = Path.Combine(_places.Folder, "again") }, TimeProvider.System);
        Assert.Equal(3, again.Size);
        Cluster.Drop(_places.RestoredName);
        Cluster.Sql($"DROP ROLE {role}");
    }

    [Fact]
    public async Task Restore_ProgramMissing_SaysWhatToInstall()
    {
        var failed = await Assert.ThrowsAsync<BackupFailedException>(() => RestoreAsync(""));

        Assert.Contains("there is no `pg_restore`: install", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_DamagedLogNotReachable_IsNotTakenForOneWithoutErasures() =>
        await Assert.ThrowsAsync<StoreUnusableException>(async () => await NodeRestore.RunAsync(_places.Order with { Damaged = "Host=/nowhere;Database=x" }, TimeProvider.System));

    [Fact]
    public async Task Restore_ManifestOfAnotherKey_GivesTheServerNothing()
    {
        FakePrograms.Write(Programs, "pg_restore", "touch \"$folder/ran\"; exit 1");
        var other = new NoteSigner(TemporaryStore.Origin, new byte[32]);

        await Assert.ThrowsAsync<BackupRefusedException>(async () => await NodeRestore.RunAsync(_places.Order with { Key = other.VerifierKey, Programs = Programs }, TimeProvider.System));

        Assert.False(File.Exists(Path.Combine(Programs, "ran")));
        Assert.False(_places.IsAnythingRestored());
    }

    private void AssertIsOpenedByNobody()
    {
        var opened = Assert.Throws<StoreUnusableException>(() => GatewayStore.Open(Options(), TimeProvider.System));
        var read = Assert.Throws<StoreUnusableException>(() => LogDatabase.Open(_places.Restored));
        Assert.Contains("was not finished", opened.Message, StringComparison.Ordinal);
        Assert.Contains("was not finished", read.Message, StringComparison.Ordinal);
    }

    private async Task AssertServesAsync()
    {
        await using var restored = Open();
        Assert.Equal(2, (await restored.Log.AppendAsync(A.Record(A.View(A.Ashg)), null, default)).Index);
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Values);
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
    }

    private string Count(string from)
    {
        using var connection = Connect("");
        return connection.Scalar($"SELECT count(*) FROM {from}")!.ToString()!;
    }

    private Npgsql.NpgsqlConnection Connect(string which)
    {
        var connection = new Npgsql.NpgsqlConnection($"{Cluster.ConnectionString(_places.RestoredName + which)};Pooling=false;Timeout=60");
        connection.Open();
        return connection;
    }

    private StoreOptions Options(string role = "postgres") =>
        _store.Options with { Database = Cluster.ConnectionString(_places.RestoredName, role), State = _places.RestoredState };

    private GatewayStore Open(string role = "postgres") => GatewayStore.Open(Options(role), TimeProvider.System);

    private async Task<RestoreReport> RestoreAsync(string? programs = null) =>
        await NodeRestore.RunAsync(programs is null ? _places.Order : _places.Order with { Programs = programs }, TimeProvider.System);
}
