namespace ConvenantGateway.Store;

/// <summary>Carries out the tombstones of the log that this <c>keys.db</c> has not followed yet: after a crash, or where an older copy of the keys was put back. Before anything is served.</summary>
internal static class ErasureReplay
{
    /// <summary>Carries them out. Repeating it changes nothing.</summary>
    public static void Run(Database log, KeyRing keys, ErasuresFile file, string origin)
    {
        var open = ErasureTable.From(log, keys.Settled());
        if (open.IsEmpty)
        {
            return;
        }

        var known = file.Transactions();
        foreach (var (index, tombstone) in open)
        {
            if (!known.Contains(tombstone.Transaction))
            {
                file.Append(origin, index, tombstone);
            }
        }

        keys.Destroy([.. open.SelectMany(static t => t.Tombstone.Keys)], open[^1].Index + 1);
    }
}
