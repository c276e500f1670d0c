using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What is backed up, by engine.</summary>
internal abstract class BackupSource
{
    /// <summary>The source that an order names.</summary>
    /// <exception cref="FileNotFoundException">A database is not there.</exception>
    /// <exception cref="BackupFailedException">A program is missing or too old.</exception>
    public static BackupSource Of(BackupOrder order) =>
        PostgresPlace.IsMeantBy(order.Database) ? new PostgresBackup(PostgresPlace.Parse(order.Database), order) : new SqliteBackup(order.Database);

    /// <summary>Copies everything into an empty folder: keys that the copied log needs are in the copied keys, or their tombstone is in <c>erasures.jsonl</c>.</summary>
    /// <returns>How many records the copied log has, the root of that tree in lower-case hex, and who signs for it.</returns>
    /// <exception cref="InvalidDataException">Log and keys do not belong together.</exception>
    public abstract (long Size, string Root, NoteSigner Signer) CopyTo(string folder, TimeProvider time);

    /// <summary>Looks at a log.</summary>
    protected static (long Size, string Root, NoteSigner Signer) Look(Database log, KeyRing keys)
    {
        var newest = LogKeyTable.Read(log) is [.., var last] ? last : throw new InvalidDataException("there is no log");
        var seed = keys.FindLogSeed(newest.Key.Name, newest.Seq) ?? throw new InvalidDataException("the keys have none of the log: both must belong together");
        var signer = new NoteSigner(newest.Key.Name, seed);
        if (signer.VerifierKey.ToString() != newest.Key.ToString())
        {
            throw new InvalidDataException("the keys are those of another log");
        }

        var (size, _) = StoredLogReading.Newest(log);
        return (size, Convert.ToHexStringLower(TreeState.Restore(size, new StoredTreeHashes(log)).Root()), signer);
    }
}
