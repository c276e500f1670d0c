using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Makes a new key for a log whose node is stopped. The node records it at its next start, before anything else. Stateless.</summary>
public static class KeyRotation
{
    /// <summary>Rotates.</summary>
    /// <param name="database">The folder of the databases, or a connection string of PostgreSQL.</param>
    /// <param name="overlap">How long checkpoints carry the lines of both keys, 1 to 366 days.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What was made; null while an earlier overlap still runs: three keys at once would help nobody.</returns>
    /// <exception cref="LogInUseException">A node has the log.</exception>
    /// <exception cref="InvalidDataException">There is no log, or it is not what it signed.</exception>
    public static RotatedKey? Run(string database, TimeSpan overlap, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, TimeSpan.FromDays(366));
        var place = StorePlace.Of(database);
        using var writer = place.OpenWriting();
        using var keys = KeyRing.Open(place, time);
        var now = time.GetUtcNow();
        Migrator.Migrate(writer, $"{place.Migrations}Gateway", now);
        if (LogKeyTable.Read(writer) is not [.., var old] rows)
        {
            throw new InvalidDataException($"`{place.Name}` holds no log");
        }

        var signer = LogStart.Signer(writer, keys, old.Key.Name, time);
        LogStart.Check(writer, signer);
        KeyOverlap.End(writer, now);
        if (KeyOverlap.IsRunning(rows, now))
        {
            return null;
        }

        // The seed is on disk before anything names it; one that no row names is taken by the next try.
        var next = new NoteSigner(old.Key.Name, keys.LogSeed(old.Key.Name, old.Seq + 1));
        var (size, note) = StoredLogReading.Newest(writer);
        var handover = new KeyHandover(old.Key, next.VerifierKey, size, TreeState.Restore(size, new StoredTreeHashes(writer)).Root(), LogKeyTable.Rotation).Sign(signer, next);
        writer.Begin();
        _ = LogKeyTable.Add(writer, next.VerifierKey, size, LogKeyTable.Rotation, handover);
        writer.Prepare("UPDATE log_key SET ends = ?2 WHERE seq = ?1").Bind(1, old.Seq).Bind(2, (now + overlap).ToUnixTimeMilliseconds()).Run();

        // The newest checkpoint gets the new key's line too: whoever trusts only that one can verify from here.
        writer.Prepare("UPDATE checkpoint SET note = ?2 WHERE size = ?1").Bind(1, size).Bind(2, WithLineOf(next, note)).Run();
        writer.Commit();
        return new RotatedKey(old.Key, next.VerifierKey, size, now + overlap);
    }

    private static byte[] WithLineOf(NoteSigner signer, byte[] note)
    {
        var text = Encoding.UTF8.GetString(note);
        var second = Encoding.UTF8.GetString(signer.Sign(text[..(text.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)]));
        return [.. note, .. Encoding.UTF8.GetBytes(second[(second.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)..])];
    }
}
