using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>
/// Copies an embedded node by SQLite's online backup. The log is copied before the keys, so that every record in it finds its key; a key that was erased in between has its tombstone in
/// <c>erasures.jsonl</c>, which is copied last.
/// </summary>
internal sealed class SqliteBackup : BackupSource
{
    /// <summary>The files of the databases, log first.</summary>
    public static readonly string[] Databases = ["convenant.db", "keys.db"];

    private readonly string _data;

    /// <summary>The source in a data directory.</summary>
    /// <exception cref="FileNotFoundException">A database is not there.</exception>
    public SqliteBackup(string data)
    {
        if (Array.Find(Databases, f => !File.Exists(Path.Combine(data, f))) is { } missing)
        {
            throw new FileNotFoundException($"there is no `{Path.Combine(data, missing)}`");
        }

        _data = data;
    }

    /// <inheritdoc/>
    public override (long Size, string Root, NoteSigner Signer) CopyTo(string folder, TimeProvider time)
    {
        foreach (var name in Databases)
        {
            Copy(Path.Combine(_data, name), Path.Combine(folder, name));
        }

        if (File.Exists(Path.Combine(_data, ErasuresFile.Name)))
        {
            OwnFiles.Copy(Path.Combine(_data, ErasuresFile.Name), Path.Combine(folder, ErasuresFile.Name));
        }

        using var log = SqliteDatabase.OpenReading(Path.Combine(folder, Databases[0]));
        using var keys = KeyRing.OpenReading(SqliteDatabase.OpenReading(Path.Combine(folder, Databases[1])), time);
        return Look(log, keys);
    }

    private static void Copy(string from, string to)
    {
        OwnFiles.Make(to);
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);

        // One file, whole: no write-ahead log beside it that a copy could miss.
        using var journal = target.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode = DELETE";
        _ = journal.ExecuteScalar();
    }
}
