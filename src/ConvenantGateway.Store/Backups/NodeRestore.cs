using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Restores a node from a backup: checks it, copies it where nobody serves from, begins a new epoch, carries out every known tombstone again, and only then gives it its name, so that nothing half done can be
/// served.
/// </summary>
public static class NodeRestore
{
    /// <summary>Restores.</summary>
    /// <exception cref="FileNotFoundException">There is no backup.</exception>
    /// <exception cref="BackupRefusedException">The backup is not what its manifest says, does not verify, or the place holds something.</exception>
    /// <exception cref="BackupFailedException">PostgreSQL's program is missing, too old, or failed.</exception>
    /// <exception cref="LogInUseException">Another process restores into the place.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public static async ValueTask<RestoreReport> RunAsync(RestoreOrder order, TimeProvider time)
    {
        var (manifest, newest) = SignedBackup.Check(order);
        using var draft = RestoreDraft.Begin(order);
        draft.Fill(order, manifest);
        Verify(draft.Place, order.Key ?? newest, manifest);
        var report = await ContinueAsync(order, draft, time);
        draft.Finish();
        return report;
    }

    private static void Verify(StorePlace place, VerifierKey trusted, BackupManifest manifest)
    {
        using var log = LogDatabase.Open(place);
        var found = log.Verify(trusted, CancellationToken.None);
        if (!found.IsValid || found.TreeSize != manifest.Size || found.RootHash != manifest.Root)
        {
            throw new BackupRefusedException($"the log of the backup does not verify: {string.Join("; ", found.Findings.DefaultIfEmpty("another size or root than the manifest says").Take(5))}");
        }
    }

    private static async ValueTask<RestoreReport> ContinueAsync(RestoreOrder order, RestoreDraft draft, TimeProvider time)
    {
        var damaged = DamagedLog.Read(order.Damaged);
        var lines = order.Erasures.Append(Path.Combine(draft.State, ErasuresFile.Name)).SelectMany(static f => ErasuresFile.Read(f)).ToList();
        var tombstones = lines.Select(static l => l.Tombstone).Concat(damaged.Tombstones).DistinctBy(static t => t.Transaction).OrderBy(static t => t.At).ToImmutableArray();
        var epoch = lines.Select(static l => LogEpoch.Of(l.Log)).Append(damaged.Epoch).Max() + 1;
        var begun = EpochStart.Begin(draft.Place, epoch, time);
        var replayed = 0;
        var options = new StoreOptions { Database = order.To, State = draft.State, LogOrigin = begun.Key.Name };
        await using (var gateway = GatewayStore.Open(draft.Place, options, time))
        {
            await gateway.Log.AppendAsync(Record(order, begun, damaged, tombstones.Length, time), null, CancellationToken.None);
            foreach (var tombstone in tombstones)
            {
                replayed += await gateway.ReplayAsync(tombstone) is null ? 0 : 1;
            }
        }

        return new RestoreReport(
            begun.OldLog, begun.Key.Name, begun.Key.ToString(), begun.Size, damaged.Size is { } size ? Math.Max(0, size - begun.Size) : null, tombstones.Length, replayed);
    }

    private static ExchangeRecord Record(RestoreOrder order, EpochStart.Begun begun, DamagedLog damaged, int tombstones, TimeProvider time) => new()
    {
        Type = RecordType.Epoch,
        Transaction = Guid.CreateVersion7(time.GetUtcNow()),
        Time = time.GetUtcNow(),
        Caller = "gateway",
        Outcome = "began",
        BodyDigest = begun.HandoverDigest,
        Views =
        [
            new RecordView(
                order.By,
                [
                    new RecordValue("old-log", begun.OldLog),
                    new RecordValue("size", begun.Size.ToString(CultureInfo.InvariantCulture)),
                    new RecordValue("root", Convert.ToHexStringLower(begun.Root)),
                    new RecordValue("lost-log-size", damaged.Size?.ToString(CultureInfo.InvariantCulture) ?? "unknown"),
                    new RecordValue("tombstones", tombstones.ToString(CultureInfo.InvariantCulture)),
                ],
                []),
        ],
    };
}
