using System.Data.Common;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store.Tests;

/// <summary>What of a store a test may change: on SQLite a copy of its database, on PostgreSQL the database itself, which no other test uses.</summary>
internal sealed class TamperCopy : IAsyncDisposable
{
    private readonly VerifierKey _key;
    private readonly Lazy<LogDatabase> _log;

    public TamperCopy(TemporaryStore store)
    {
        Store = store;
        _key = VerifierKey.TryParse(store.Gateway.Reading.VerifierKey, out var key) ? key : throw new InvalidDataException();
        Path = store.DatabasePath;
        if (store.Engine == StoreEngine.Sqlite)
        {
            Path = System.IO.Path.Combine(store.Directory, "copy.db");
            using var source = new SqliteConnection($"Data Source={store.DatabasePath};Mode=ReadOnly;Pooling=False");
            using var target = new SqliteConnection($"Data Source={Path};Pooling=False");
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        _log = new Lazy<LogDatabase>(() => LogDatabase.Open(Path));
    }

    public TemporaryStore Store { get; }

    public string Path { get; }

    public DbConnection Connection()
    {
        if (Store.Engine == StoreEngine.Postgres)
        {
            return Store.Connect();
        }

        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        connection.Execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
        return connection;
    }

    public LogVerification Verify() => _log.Value.Verify(_key, default);

    /// <summary>Puts what was changed in the store's place.</summary>
    public async Task TakeItsPlaceAsync()
    {
        if (_log.IsValueCreated)
        {
            _log.Value.Dispose();
        }

        await Store.Gateway.DisposeAsync();
        if (Store.Engine == StoreEngine.Sqlite)
        {
            File.Copy(Path, Store.DatabasePath, overwrite: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_log.IsValueCreated)
        {
            _log.Value.Dispose();
        }

        await Store.DisposeAsync();
    }
}
