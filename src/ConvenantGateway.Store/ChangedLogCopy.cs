using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>A rehearsal: copies a log's database aside, changes one byte of one record in the copy, and verifies it. The log itself is only read. Thread safe.</summary>
public static class ChangedLogCopy
{
    /// <summary>Copies, changes and verifies.</summary>
    /// <param name="database">The path of <c>convenant.db</c> or of its folder, or a connection string of PostgreSQL.</param>
    /// <param name="index">The record to change; must exist.</param>
    /// <param name="verifierKey">The key to trust (C2SP verifier key).</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The key is not a verifier key, or there is no such record.</exception>
    public static LogVerification Verify(string database, long index, string verifierKey, CancellationToken cancellation)
    {
        if (!VerifierKey.TryParse(verifierKey, out var key))
        {
            throw new ArgumentException("not a verifier key", nameof(verifierKey));
        }

        if (PostgresPlace.IsMeantBy(database))
        {
            return ChangedTable(PostgresPlace.Parse(database), index, key, cancellation);
        }

        var directory = Directory.CreateTempSubdirectory("convenant-copy-");
        try
        {
            var path = Path.Combine(directory.FullName, "copy.db");
            Copy(Directory.Exists(database) ? Path.Combine(database, "convenant.db") : database, path);
            ChangeOneByte(path, index);
            using var copy = SqliteDatabase.OpenReading(path);
            return DatabaseVerification.Run(copy, StoredLogReading.Trusting(copy, key), cancellation);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    // A temporary table stands before the one of the same name, for this session only.
    private static LogVerification ChangedTable(PostgresPlace place, long index, VerifierKey key, CancellationToken cancellation)
    {
        using var session = place.OpenReading();
        session.Run("SET default_transaction_read_only = off");
        session.Run("CREATE TEMPORARY TABLE leaf AS TABLE leaf; ALTER TABLE pg_temp.leaf ADD PRIMARY KEY (idx)");
        var changed = session.Prepare("UPDATE pg_temp.leaf SET bytes = set_byte(bytes, length(bytes) / 2, get_byte(bytes, length(bytes) / 2) # 1) WHERE idx = ?1").Bind(1, index);
        changed.Run();
        return session.Changes == 1
            ? session.InOneSnapshot(() => DatabaseVerification.Run(session, StoredLogReading.Trusting(session, key), cancellation))
            : throw new ArgumentException("there is no such record", nameof(index));
    }

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static void ChangeOneByte(string path, long index)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT bytes FROM leaf WHERE idx = $index";
        read.Parameters.AddWithValue("$index", index);
        var bytes = read.ExecuteScalar() as byte[] ?? throw new ArgumentException("there is no such record", nameof(index));
        bytes[bytes.Length / 2] ^= 1;
        using var write = connection.CreateCommand();
        write.CommandText = "UPDATE leaf SET bytes = $bytes WHERE idx = $index";
        write.Parameters.AddWithValue("$index", index);
        write.Parameters.AddWithValue("$bytes", bytes);
        write.ExecuteNonQuery();
    }
}
