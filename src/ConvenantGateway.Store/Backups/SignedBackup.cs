using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Checks a backup before anything is made of it: every file is the one that the manifest lists, and the log's key signed the manifest.</summary>
internal static class SignedBackup
{
    /// <summary>Checks.</summary>
    /// <returns>The manifest, and the newest key of the log, which signed it.</returns>
    /// <exception cref="FileNotFoundException">There is no backup.</exception>
    /// <exception cref="BackupRefusedException">It is not what its manifest says, nor of the engine that it is to be restored to, or another key signed it.</exception>
    public static (BackupManifest Manifest, VerifierKey Key) Check(RestoreOrder order)
    {
        var path = Path.Combine(order.From, BackupManifest.Name);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"`{order.From}` holds no backup: there is no `{BackupManifest.Name}`", path);
        }

        var (manifest, note) = BackupManifest.Read(File.ReadAllBytes(path));
        var toServer = PostgresPlace.IsMeantBy(order.To);
        string[] needed = toServer ? [.. PostgresBackup.Dumps, LogKeysFile.Name] : SqliteBackup.Databases;
        if (Array.Find(needed, d => !manifest.Files.ContainsKey(d)) is { } absent)
        {
            throw new BackupRefusedException($"the manifest does not list `{absent}`: {(toServer ? "a node on PostgreSQL" : "an embedded node")} is restored from a backup of one");
        }

        foreach (var (name, digest) in manifest.Files)
        {
            var file = Path.Combine(order.From, name);
            if (name != Path.GetFileName(name) || name == BackupManifest.Name || !File.Exists(file) || BackupManifest.DigestOf(file) != digest)
            {
                throw new BackupRefusedException($"`{name}` is not the file that the manifest signs");
            }
        }

        var (newest, trusted) = toServer ? LogKeysFile.Read(order.From, order.Key) : OfFile(order);
        return manifest.Log == newest.Name && trusted.Newest.ToString() == newest.ToString() && manifest.IsSignedBy(note, newest)
            ? (manifest, newest)
            : throw new BackupRefusedException("the manifest is not signed by the log's key, or not by one that the given key handed over to");
    }

    private static (VerifierKey Newest, LogKeys Trusted) OfFile(RestoreOrder order)
    {
        using var log = SqliteDatabase.OpenReading(Path.Combine(order.From, SqliteBackup.Databases[0]));
        var newest = LogKeyTable.Read(log)[^1].Key;
        return (newest, StoredLogReading.Trusting(log, order.Key ?? newest));
    }
}
