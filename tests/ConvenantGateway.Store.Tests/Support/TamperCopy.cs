using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store.Tests;

/// <summary>A copy of a store's database that a test may change.</summary>
internal sealed class TamperCopy : IAsyncDisposable
{
    public TamperCopy(TemporaryStore store)
    {
        Store = store;
        Path = System.IO.Path.Combine(store.Directory, "copy.db");
        using var source = new SqliteConnection($"Data Source={store.DatabasePath};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={Path};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    public TemporaryStore Store { get; }

    public string Path { get; }

    public SqliteConnection Connection()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
        return connection;
    }

    public LogVerification Verify()
    {
        using var log = LogDatabase.Open(Path);
        return log.Verify(VerifierKey.TryParse(Store.Gateway.Reading.VerifierKey, out var key) ? key : throw new InvalidDataException(), default);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
