using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>The time in which a key that was handed over signs beside its successor, so that who trusts only the old one can still follow.</summary>
internal static class KeyOverlap
{
    /// <summary>The signer, with the older key's line while their overlap lasts.</summary>
    /// <exception cref="InvalidDataException">The older key is not in <c>keys.db</c>.</exception>
    public static NoteSigner With(NoteSigner signer, ImmutableArray<LogKeyTable.Row> rows, KeyRing keys, TimeProvider clock)
    {
        if (rows.Length < 2 || rows[^2] is not { Ends: { } ends, Until: null } || rows[^1].Why != LogKeyTable.Rotation || ends <= clock.GetUtcNow())
        {
            return signer;
        }

        var seed = keys.FindLogSeed(rows[^2].Key.Name, rows[^2].Seq) ?? throw new InvalidDataException("the log's older key still signs and is not in `keys.db`: both must come from the same backup");
        return signer.With(new NoteSigner(rows[^2].Key.Name, seed), ends, clock);
    }

    /// <summary>True while an older key signs too.</summary>
    public static bool IsRunning(ImmutableArray<LogKeyTable.Row> rows, DateTimeOffset now) => rows.Any(r => r.Until is null && r.Ends > now);

    /// <summary>Says of each key whose overlap is over which tree was its last.</summary>
    public static void End(Database database, DateTimeOffset now)
    {
        foreach (var row in Former(database))
        {
            if (row.Ends <= now && row.Until is null)
            {
                LogKeyTable.End(database, row.Seq, LastSignedBy(database, row));
            }
        }
    }

    /// <summary>Destroys the private keys that sign no more: who reads <c>keys.db</c> later cannot sign for them. What cannot be overwritten now (somebody reads the keys, a backup runs, the disk is full) is tried again at the next start.</summary>
    /// <returns>Those that could not be destroyed.</returns>
    public static ImmutableArray<UndestroyedKey> DestroyEnded(Database database, KeyRing keys)
    {
        var undestroyed = ImmutableArray.CreateBuilder<UndestroyedKey>();
        foreach (var row in Former(database))
        {
            if (row.Until is not null && keys.DestroyLogSeed(row.Key.Name, row.Seq) is { } why)
            {
                undestroyed.Add(new UndestroyedKey(row.Key, why));
            }
        }

        return undestroyed.ToImmutable();
    }

    // Never the newest, whatever its row says: the log would be left without a key.
    private static ImmutableArray<LogKeyTable.Row> Former(Database database) => LogKeyTable.Read(database) is [.. var former, _] ? former : [];

    // A key signs every checkpoint up to its last and none after it: the last is found by halving.
    private static long LastSignedBy(Database database, LogKeyTable.Row row)
    {
        var (low, high) = (row.From, StoredLogReading.Newest(database).Size);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            var (size, note) = Next(database, middle);
            if (Checkpoint.TryOpen(note, row.Key, out _))
            {
                low = size;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static (long Size, byte[] Note) Next(Database database, long from)
    {
        var next = database.Prepare("SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size LIMIT 1").Bind(1, from);
        _ = next.Step();
        var found = (next.Long(0), next.Bytes(1));
        next.Reset();
        return found;
    }
}
