using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What is checked before the log serves: its identity, and that its end is what the last checkpoint signed.</summary>
internal static class LogStart
{
    /// <summary>Checks, and gives an empty log its identity and the checkpoint of the empty tree.</summary>
    public static void Check(Database database, NoteSigner signer)
    {
        var identity = database.Prepare("SELECT verifier_key FROM log_identity");
        if (!identity.Step())
        {
            var empty = new Checkpoint(signer.VerifierKey.Name, 0, MerkleHash.Empty());
            database.Begin();
            database.Prepare("INSERT INTO log_identity (one, verifier_key) VALUES (1, ?1)").Bind(1, signer.VerifierKey.ToString()).Run();
            database.Prepare("INSERT INTO checkpoint (size, note) VALUES (0, ?1)").Bind(1, empty.Sign(signer)).Run();
            database.Commit();
            return;
        }

        var key = identity.Text(0);
        identity.Reset();
        if (key != signer.VerifierKey.ToString())
        {
            throw new InvalidDataException("the database belongs to another log than `keys.db` signs for: both must come from the same backup");
        }

        var last = database.Prepare("SELECT count(*), coalesce(max(idx), -1) FROM leaf");
        _ = last.Step();
        var (count, size) = (last.Long(0), last.Long(1) + 1);
        last.Reset();
        var (_, note) = SqliteLogReading.Newest(database);
        if (!Checkpoint.TryOpen(note, signer.VerifierKey, out var checkpoint) || checkpoint.Size != size || count != size
            || !CryptographicOperations.FixedTimeEquals(TreeState.Restore(size, new SqliteTreeHashes(database)).Root(), checkpoint.Root.Span))
        {
            throw new InvalidDataException("the log's end is not what its last checkpoint signed: run `audit verify`");
        }
    }
}
