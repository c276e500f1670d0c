using System.Globalization;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>
/// Backs up an embedded node: both databases by SQLite's online backup, the tombstones, and a signed manifest. The gateway may be running. The log is copied before the keys, so that every record in
/// it finds its key; a key that was erased in between has its tombstone in <c>erasures.jsonl</c>, which is copied last.
/// </summary>
public static class NodeBackup
{
    internal static readonly string[] Databases = ["convenant.db", "keys.db"];

    /// <summary>Makes a backup.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="target">The folder to write; must not exist or be empty. Readable for its owner only.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="FileNotFoundException">A database is not there.</exception>
    /// <exception cref="InvalidDataException">The databases do not belong together.</exception>
    /// <exception cref="BackupRefusedException">The folder holds something.</exception>
    public static BackupReport Write(string data, string target, TimeProvider time)
    {
        if (Array.Find(Databases, f => !File.Exists(Path.Combine(data, f))) is { } missing)
        {
            throw new FileNotFoundException($"there is no `{Path.Combine(data, missing)}`");
        }

        EmptyFolder(target);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Databases)
        {
            Copy(Path.Combine(data, name), Path.Combine(target, name));
        }

        if (File.Exists(Path.Combine(data, ErasuresFile.Name)))
        {
            CopyFile(Path.Combine(data, ErasuresFile.Name), Path.Combine(target, ErasuresFile.Name));
        }

        var (size, root, signer) = Look(target, time);
        foreach (var file in Directory.EnumerateFiles(target))
        {
            files.Add(Path.GetFileName(file), BackupManifest.DigestOf(file));
        }

        var made = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var manifest = new BackupManifest(signer.VerifierKey.Name, size, root, made, files).Write(signer);
        using (var file = new FileStream(Path.Combine(target, BackupManifest.Name), OwnersOnly(FileMode.CreateNew)))
        {
            file.Write(manifest);
            file.Flush(flushToDisk: true);
        }

        return new BackupReport(signer.VerifierKey.Name, size, root, Convert.ToHexStringLower(SHA256.HashData(manifest)), signer.VerifierKey.ToString());
    }

    internal static FileStreamOptions OwnersOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    internal static void EmptyFolder(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new BackupRefusedException($"`{path}` is not empty: nothing is overwritten");
        }

        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    internal static void CopyFile(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = new FileStream(to, OwnersOnly(FileMode.CreateNew));
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    private static void Copy(string from, string to)
    {
        using (new FileStream(to, OwnersOnly(FileMode.CreateNew)))
        {
        }

        using var source = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);

        // One file, whole: no write-ahead log beside it that a copy could miss.
        using var journal = target.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode = DELETE";
        _ = journal.ExecuteScalar();
    }

    private static (long Size, string Root, NoteSigner Signer) Look(string target, TimeProvider time)
    {
        using var log = SqliteDatabase.OpenReading(Path.Combine(target, Databases[0]));
        using var keys = KeyRing.OpenReading(SqliteDatabase.OpenReading(Path.Combine(target, Databases[1])), time);
        var newest = LogKeyTable.Read(log)[^1];
        var seed = keys.FindLogSeed(newest.Key.Name, newest.Seq) ?? throw new InvalidDataException("`keys.db` has no key of the log: both must belong together");
        var signer = new NoteSigner(newest.Key.Name, seed);
        if (signer.VerifierKey.ToString() != newest.Key.ToString())
        {
            throw new InvalidDataException("`keys.db` is of another log");
        }

        var (size, _) = StoredLogReading.Newest(log);
        return (size, Convert.ToHexStringLower(TreeState.Restore(size, new StoredTreeHashes(log)).Root()), signer);
    }
}
