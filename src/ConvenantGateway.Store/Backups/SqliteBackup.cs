using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>
/// Copies an embedded node by SQLite's online backup. The log is copied before the keys, so that every record in it finds its key, or its tombstone in
/// <c>erasures.jsonl</c>, which is copied last. If a person was erased and came back in between, both are copied anew: the newer key would hide that the older one is gone.
/// </summary>
internal sealed class SqliteBackup : BackupSource
{
    /// <summary>The files of the databases, log first.</summary>
    public static readonly string[] Databases = ["convenant.db", "keys.db"];

    private const int MostTries = 10;

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

    /// <summary>Called between the copies: where a test erases.</summary>
    internal Action? BeforeKeys { get; set; }

    /// <inheritdoc/>
    /// <exception cref="BackupFailedException">It was so at every try.</exception>
    public override (long Size, string Root, NoteSigner Signer) CopyTo(string folder, TimeProvider time)
    {
        for (var tries = 1; ; tries++)
        {
            Copy(Path.Combine(_data, Databases[0]), Path.Combine(folder, Databases[0]));
            BeforeKeys?.Invoke();
            Copy(Path.Combine(_data, Databases[1]), Path.Combine(folder, Databases[1]));
            if (Looked(folder, time) is { } looked)
            {
                CopyErasures(folder);
                return looked;
            }

            if (tries == MostTries)
            {
                throw new BackupFailedException("persons were erased and came back while they were copied, again and again: make the backup later");
            }

            Array.ForEach(Databases, f => File.Delete(Path.Combine(folder, f)));
        }
    }

    // Null: the copied keys have a newer key of a person whose tombstone the copied log does not have.
    private (long Size, string Root, NoteSigner Signer)? Looked(string folder, TimeProvider time)
    {
        using var log = SqliteDatabase.OpenReading(Path.Combine(folder, Databases[0]));
        using var keys = KeyRing.OpenReading(SqliteDatabase.OpenReading(Path.Combine(folder, Databases[1])), time);
        using var source = SqliteDatabase.OpenReading(Path.Combine(_data, Databases[0]));
        var looked = Look(log, keys);
        var cameBack = ErasureTable.From(source, looked.Size).SelectMany(static e => e.Tombstone.Keys)
            .Any(k => keys.FindSealingKey(k.Viewer, k.Person.Span, k.Retention) is { } secret && !KeyId.Of(secret).AsSpan().SequenceEqual(k.KeyId.Span));
        return cameBack ? null : looked;
    }

    private void CopyErasures(string folder)
    {
        if (File.Exists(Path.Combine(_data, ErasuresFile.Name)))
        {
            OwnFiles.Copy(Path.Combine(_data, ErasuresFile.Name), Path.Combine(folder, ErasuresFile.Name));
        }
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
