using System.Globalization;
using System.Security.Cryptography;

namespace ConvenantGateway.Store;

/// <summary>Backs up a node, on either engine: both databases, the tombstones, and a signed manifest. The gateway may be running. Thread safe.</summary>
public static class NodeBackup
{
    /// <summary>Makes a backup. Its folder and files are readable for their owner only; without a manifest it is none.</summary>
    /// <exception cref="FileNotFoundException">A database is not there.</exception>
    /// <exception cref="InvalidDataException">The databases do not belong together.</exception>
    /// <exception cref="BackupRefusedException">The folder holds something.</exception>
    /// <exception cref="BackupFailedException">PostgreSQL's program is missing, too old, or failed.</exception>
    /// <exception cref="StoreUnusableException">The server cannot be reached or gives no rights.</exception>
    public static BackupReport Write(BackupOrder order, TimeProvider time)
    {
        var source = BackupSource.Of(order);
        OwnFiles.EmptyFolder(order.To);
        var (size, root, signer) = source.CopyTo(order.To, time);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(order.To))
        {
            files.Add(Path.GetFileName(file), BackupManifest.DigestOf(file));
        }

        var made = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var manifest = new BackupManifest(signer.VerifierKey.Name, size, root, made, files).Write(signer);
        OwnFiles.Write(Path.Combine(order.To, BackupManifest.Name), manifest);
        FolderSync.Run(order.To);
        FolderSync.RunParent(order.To);
        return new BackupReport(signer.VerifierKey.Name, size, root, Convert.ToHexStringLower(SHA256.HashData(manifest)), signer.VerifierKey.ToString());
    }
}
