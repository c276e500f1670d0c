using System.Security.Cryptography;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Makes a restored log the beginning of a new epoch: another origin, another key, the same tree up to here; the old key hands over with a note that both sign.</summary>
internal static class EpochStart
{
    /// <summary>What began.</summary>
    public sealed record Begun(string OldLog, VerifierKey Key, long Size, byte[] Root, byte[] Handover)
    {
        /// <summary>SHA-256 of the handover, lower-case hex.</summary>
        public string HandoverDigest => Convert.ToHexStringLower(SHA256.HashData(Handover));
    }

    /// <summary>Begins it. No record is written yet.</summary>
    /// <param name="place">The databases; nobody else has them open.</param>
    /// <param name="atLeast">The smallest number that the epoch may have.</param>
    /// <param name="time">The clock.</param>
    public static Begun Begin(StorePlace place, int atLeast, TimeProvider time)
    {
        using var database = place.OpenWriting();
        using var keys = KeyRing.Open(place, time);
        Migrator.Migrate(database, $"{place.Migrations}Gateway", time.GetUtcNow());
        var old = LogKeyTable.Read(database)[^1];
        var seed = keys.FindLogSeed(old.Key.Name, old.Seq) ?? throw new InvalidDataException("the keys have none of the log");
        var origin = LogEpoch.At(old.Key.Name, Math.Max(atLeast, LogEpoch.Of(old.Key.Name) + 1));
        var signer = new NoteSigner(origin, keys.LogSeed(origin, old.Seq + 1));
        var (size, _) = StoredLogReading.Newest(database);
        var root = TreeState.Restore(size, new StoredTreeHashes(database)).Root();
        var handover = new KeyHandover(old.Key, signer.VerifierKey, size, root, LogKeyTable.Epoch).Sign(new NoteSigner(old.Key.Name, seed), signer);
        database.Begin();
        LogKeyTable.End(database, old.Seq, size);
        _ = LogKeyTable.Add(database, signer.VerifierKey, size, LogKeyTable.Epoch, handover);
        database.Commit();
        keys.ForgetSettled(size);
        return new Begun(old.Key.Name, signer.VerifierKey, size, root, handover);
    }
}
