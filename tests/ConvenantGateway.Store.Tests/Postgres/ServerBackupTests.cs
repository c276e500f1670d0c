using ConvenantGateway.Store.Tests.Erasing;
using Npgsql;

namespace ConvenantGateway.Store.Tests.Postgres;

/// <summary>Backups of a node on PostgreSQL: what runs meanwhile, what is told to the programs, and what is missing.</summary>
public sealed class ServerBackupTests : IAsyncLifetime
{
    private const int KeysRun = 1;
    private const int LogRun = 2;

    private readonly TemporaryStore _store = new(StoreEngine.Postgres, keepsState: true);
    private readonly BackupPlaces _places;

    public ServerBackupTests() => _places = new BackupPlaces(_store);

    private string Programs => Path.Combine(_places.Folder, "bin");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _places.Dispose();
        await _store.DisposeAsync();
    }

    [Theory]
    [InlineData(KeysRun)]
    [InlineData(LogRun)]
    public async Task Backup_ErasureAndReturnOfThePersonBetweenTheDumps_RestoresWithItsTombstone(int paused)
    {
        await AnOrder.AppendAsync(_store, 5);
        await AnOrder.AppendAsync(_store, 6);
        var secret = AnOrder.Secret(_store, 5);
        FakePrograms.Pausing(Programs, "pg_dump", paused);
        var backup = Task.Run(() => Write(Programs));
        await TestWait.UntilAsync(() => FakePrograms.IsPaused(Programs));

        var erased = _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5)).AsTask();
        await TestWait.UntilAsync(() => _store.Connect() is var c && Closed(c, c.Scalar("SELECT count(*) FROM erasure")) is 1L);
        if (paused == KeysRun)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.False(erased.IsCompleted);
        }
        else
        {
            await erased;
            await AnOrder.AppendAsync(_store, 5);
        }

        FakePrograms.GoOn(Programs);
        Assert.Equal(2, (await backup).Size);
        Assert.Equal("done", (await erased).Outcome);

        var report = await NodeRestore.RunAsync(_places.Order, TimeProvider.System);

        Assert.Equal((2, 1, 1), (report.Size, report.Known, report.Replayed));
        Assert.Empty(_places.RestoredFilesWith(secret));
        await using var restored = Open();
        Assert.Equal("Wbp-36", (await restored.Reading.FindAsync(AnOrder.Viewer, 0, default))!.Erased?.Rule);
        Assert.NotEmpty((await restored.Reading.FindAsync(AnOrder.Viewer, 1, default))!.Values);
        Assert.True((await restored.Reading.VerifyAsync(default)).IsValid);
    }

    [Fact]
    public async Task Backup_TombstoneThatTheFolderDoesNotHave_IsTakenFromTheLog()
    {
        await AnOrder.AppendAsync(_store, 5);
        await _store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(_store, 5));
        File.Delete(Path.Combine(_store.Directory, ErasuresFile.Name));

        Write();

        Assert.Single(ErasuresFile.Read(Path.Combine(_places.Backup, ErasuresFile.Name)));
    }

    [Fact]
    public async Task Backup_ProgramsOfTheServer_GetNoPasswordInTheirArguments()
    {
        await AnOrder.AppendAsync(_store, 5);
        foreach (var name in (string[])["pg_dump", "pg_restore"])
        {
            FakePrograms.Write(Programs, name, """printf '%s\n' "$@" >>"$folder/arguments"; printf '%s\n' "$PGPASSWORD" >>"$folder/passwords"; exec "$real" "$@" """);
        }

        NodeBackup.Write(new BackupOrder { Database = $"{_store.Place};Password=geheim-1", State = _store.Directory, To = _places.Backup, Programs = Programs }, TimeProvider.System);
        await NodeRestore.RunAsync(_places.Order with { To = $"{_places.Restored};Password=geheim-1", Programs = Programs }, TimeProvider.System);

        Assert.DoesNotContain("geheim-1", await File.ReadAllTextAsync(Path.Combine(Programs, "arguments"), default), StringComparison.Ordinal);
        Assert.Equal(["geheim-1", "geheim-1", "geheim-1", "geheim-1"], await File.ReadAllLinesAsync(Path.Combine(Programs, "passwords"), default));
        foreach (var file in Directory.EnumerateFiles(_places.Backup))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("geheim-1"u8) < 0);
        }
    }

    [Theory]
    [InlineData("", "there is no `pg_dump`: install the client programs of PostgreSQL ")]
    [InlineData("[ \"$1\" ] && { echo 'pg_dump (PostgreSQL) 14.22'; exit 0; }", "has version 14 and the server ")]
    [InlineData("exit 7", "`pg_dump` failed")]
    [InlineData("echo nothing", "does not say its version")]
    public void Backup_ProgramMissingOrTooOld_SaysWhatToInstallAndMakesNothing(string script, string message)
    {
        if (script.Length > 0)
        {
            FakePrograms.Write(Programs, "pg_dump", script);
            var path = Path.Combine(Programs, "pg_dump");
            File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        }

        var failed = Assert.Throws<BackupFailedException>(() => Write(Programs));

        Assert.Contains(message, failed.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_places.Backup));
    }

    [Fact]
    public void Backup_ProgramThatFails_IsNoBackupAndTellsNoRow()
    {
        FakePrograms.Write(Programs, "pg_dump", """echo 'pg_dump: error: COPY failed for table "key": a1b2c3d4' >&2; exit 1""");

        var failed = Assert.Throws<BackupFailedException>(() => Write(Programs));

        Assert.DoesNotContain("a1b2c3d4", failed.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_places.Backup, "manifest.json")));
        Assert.Throws<BackupRefusedException>(() => Write());
    }

    [Fact]
    public async Task Backup_LockOfTheKeysLost_IsNoBackup()
    {
        await AnOrder.AppendAsync(_store, 5);
        FakePrograms.Pausing(Programs, "pg_dump", KeysRun);
        var backup = Task.Run(() => Write(Programs));
        await TestWait.UntilAsync(() => FakePrograms.IsPaused(Programs));
        await using (var keys = _store.ConnectToKeys())
        {
            keys.Scalar("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        }

        FakePrograms.GoOn(Programs);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => backup);
        Assert.False(File.Exists(Path.Combine(_places.Backup, "manifest.json")));
    }

    private static object? Closed(System.Data.Common.DbConnection connection, object? found)
    {
        connection.Dispose();
        return found;
    }

    private BackupReport Write(string? programs = null)
    {
        var order = new BackupOrder { Database = _store.Place, State = _store.Directory, To = _places.Backup };
        return NodeBackup.Write(programs is null ? order : order with { Programs = programs }, TimeProvider.System);
    }

    private GatewayStore Open() => GatewayStore.Open(_store.Options with { Database = _places.Restored, State = _places.RestoredState }, TimeProvider.System);
}
