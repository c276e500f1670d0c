using System.Collections.Immutable;
using System.Globalization;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Restores an embedded node from a backup: checks it, copies it aside, begins a new epoch, carries out every known tombstone again, and only then gives the folder its name, so that nothing half done
/// can be served.
/// </summary>
public static class NodeRestore
{
    /// <summary>Restores.</summary>
    /// <exception cref="FileNotFoundException">There is no backup.</exception>
    /// <exception cref="BackupRefusedException">The backup is not what its manifest says, does not verify, or the folder is in use.</exception>
    public static async ValueTask<RestoreReport> RunAsync(RestoreOrder order, TimeProvider time)
    {
        var manifest = Check(order);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(order.To));
        NodeBackup.EmptyFolder(target);
        var draft = target + ".restoring";
        if (Directory.Exists(draft))
        {
            // Left by a restore that was broken off: it was never served.
            Directory.Delete(draft, recursive: true);
        }

        NodeBackup.EmptyFolder(draft);
        foreach (var name in manifest.Files.Keys)
        {
            NodeBackup.CopyFile(Path.Combine(order.From, name), Path.Combine(draft, name));
        }

        Verify(draft, order.Key, manifest);
        var report = await ContinueAsync(order, draft, time);
        Directory.Delete(target);
        Directory.Move(draft, target);
        return report;
    }

    private static BackupManifest Check(RestoreOrder order)
    {
        var path = Path.Combine(order.From, BackupManifest.Name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"`{order.From}` holds no backup: there is no `{BackupManifest.Name}`", path);
        }

        var (manifest, note) = BackupManifest.Read(File.ReadAllBytes(path));
        if (Array.Find(NodeBackup.Databases, d => !manifest.Files.ContainsKey(d)) is { } absent)
        {
            throw new BackupRefusedException($"the manifest does not list `{absent}`");
        }

        foreach (var (name, digest) in manifest.Files)
        {
            var file = Path.Combine(order.From, name);
            if (name != Path.GetFileName(name) || name == BackupManifest.Name || !File.Exists(file) || BackupManifest.DigestOf(file) != digest)
            {
                throw new BackupRefusedException($"`{name}` is not the file that the manifest signs");
            }
        }

        using var log = SqliteDatabase.OpenReading(Path.Combine(order.From, NodeBackup.Databases[0]));
        var newest = LogKeyTable.Read(log)[^1].Key;
        var keys = StoredLogReading.Trusting(log, order.Key ?? newest);
        return manifest.Log == newest.Name && keys.Newest.ToString() == newest.ToString() && manifest.IsSignedBy(note, newest)
            ? manifest
            : throw new BackupRefusedException("the manifest is not signed by the log's key, or not by one that the given key handed over to");
    }

    private static void Verify(string draft, VerifierKey? key, BackupManifest manifest)
    {
        using var log = LogDatabase.Open(Path.Combine(draft, NodeBackup.Databases[0]));
        var trusted = key ?? (VerifierKey.TryParse(log.OwnKey, out var own) ? own : throw new BackupRefusedException("the backup names no verifier key"));
        var found = log.Verify(trusted, CancellationToken.None);
        if (!found.IsValid || found.TreeSize != manifest.Size || found.RootHash != manifest.Root)
        {
            throw new BackupRefusedException($"the log of the backup does not verify: {string.Join("; ", found.Findings.DefaultIfEmpty("another size or root than the manifest says").Take(5))}");
        }
    }

    private static async ValueTask<RestoreReport> ContinueAsync(RestoreOrder order, string draft, TimeProvider time)
    {
        var damaged = DamagedLog.Read(order.Damaged);
        var lines = order.Erasures.Append(Path.Combine(draft, ErasuresFile.Name)).SelectMany(static f => ErasuresFile.Read(f)).ToList();
        var tombstones = lines.Select(static l => l.Tombstone).Concat(damaged.Tombstones).DistinctBy(static t => t.Transaction).OrderBy(static t => t.At).ToImmutableArray();
        var epoch = lines.Select(static l => LogEpoch.Of(l.Log)).Append(damaged.Epoch).Max() + 1;
        var begun = EpochStart.Begin(draft, epoch, time);
        var replayed = 0;
        var options = new StoreOptions { Database = draft, LogOrigin = begun.Key.Name };
        await using (var gateway = GatewayStore.Open(options, time))
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
