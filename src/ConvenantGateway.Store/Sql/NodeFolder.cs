using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Ties a node's own folder to its log where the log is on a server: <c>log.key</c> holds the verifier key with which the log's epoch began. With another node's folder a tombstone would stand where nobody copies it from, and an order would reach
/// another log.
/// </summary>
internal static class NodeFolder
{
    private const string FileName = "log.key";

    /// <summary>Makes the folder the log's own; the caller holds its lock.</summary>
    /// <exception cref="StoreUnusableException">It is another log's.</exception>
    public static void Claim(string folder, Database database)
    {
        Demand(folder, database);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            // Synced before it has its name: a power cut must not leave an empty claim, which no log would match.
            var draft = path + ".new";
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(Key(database) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            FolderSync.Run(folder);
        }
    }

    /// <summary>Throws for a folder of another log's node. A folder that no node has claimed yet passes.</summary>
    /// <exception cref="StoreUnusableException">It is another log's.</exception>
    public static void Demand(string folder, Database database)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && File.ReadAllText(path).TrimEnd('\n') is var claimed && claimed != Key(database))
        {
            var whose = VerifierKey.TryParse(claimed, out var key) ? $" (`{key}`)" : "";
            throw new StoreUnusableException($"`{folder}` is the folder of another log's node{whose}; if that log is gone, remove `{FileName}` from it");
        }
    }

    // Not the newest: a key that takes over within an epoch makes no other log. A restore does: the log that it came from may still be there.
    private static string Key(Database database) =>
        LogKeyTable.Read(database).LastOrDefault(static r => r.Why is LogKeyTable.First or LogKeyTable.Epoch)?.Key.ToString() ?? throw new InvalidDataException("the log has no key yet");
}
