using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What is checked before the log serves: its identity, and that its newest stretch is what its checkpoints signed.</summary>
internal static class LogStart
{
    private const string OtherKeys = "the database belongs to another log than `keys.db` signs for: both must come from the same backup";

    /// <summary>The signer of the newest key of the log: the origin stands in the database, for a restore may have begun a new epoch; a log without keys gets the configured origin.</summary>
    /// <exception cref="InvalidDataException">The database belongs to another log, or its key is not in <c>keys.db</c>.</exception>
    public static NoteSigner Signer(Database database, KeyRing keys, string origin, TimeProvider clock)
    {
        if (LogKeyTable.Read(database) is not [.., var newest] rows)
        {
            return new NoteSigner(origin, keys.LogSeed(origin));
        }

        if (!LogEpoch.IsOf(newest.Key.Name, origin))
        {
            throw new InvalidDataException($"the database belongs to the log `{newest.Key.Name}` and not to `{origin}`");
        }

        return keys.FindLogSeed(newest.Key.Name, newest.Seq) is { } seed
            ? KeyOverlap.With(new NoteSigner(newest.Key.Name, seed), rows, keys, clock)
            : throw new InvalidDataException(OtherKeys);
    }

    /// <summary>Checks, and gives an empty log its identity and the checkpoint of the empty tree.</summary>
    public static void Check(Database database, NoteSigner signer)
    {
        var identity = database.Prepare("SELECT verifier_key FROM log_identity");
        if (!identity.Step())
        {
            var empty = new Checkpoint(signer.VerifierKey.Name, 0, MerkleHash.Empty());
            database.Begin();
            _ = LogKeyTable.Add(database, signer.VerifierKey, 0, LogKeyTable.First, null);
            database.Prepare("INSERT INTO checkpoint (size, note) VALUES (0, ?1)").Bind(1, empty.Sign(signer)).Run();
            database.Commit();
            return;
        }

        var key = identity.Text(0);
        identity.Reset();
        if (key != signer.VerifierKey.ToString())
        {
            throw new InvalidDataException(OtherKeys);
        }

        var last = database.Prepare("SELECT count(*), coalesce(max(idx), -1) FROM leaf");
        _ = last.Step();
        var (count, size) = (last.Long(0), last.Long(1) + 1);
        last.Reset();
        var (_, note) = StoredLogReading.Newest(database);
        if (!StoredLogReading.Trusting(database, signer.VerifierKey).TryOpen(note, out var checkpoint) || checkpoint.Size != size || count != size
            || !CryptographicOperations.FixedTimeEquals(TreeState.Restore(size, new StoredTreeHashes(database)).Root(), checkpoint.Root.Span))
        {
            throw new InvalidDataException("the log's end is not what its last checkpoint signed: run `audit verify`");
        }

        var found = database.InOneSnapshot(() => DatabaseVerification.Run(database, signer.VerifierKey, LogStretch.AtStart, CancellationToken.None));
        if (!found.IsValid)
        {
            throw new InvalidDataException($"the log is not what it signed ({found.Findings[0]}): run `audit verify`");
        }
    }
}
