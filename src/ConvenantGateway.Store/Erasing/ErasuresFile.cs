using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// <c>erasures.jsonl</c>: every tombstone as one line, only ever added to and synced, to be copied away more often than backups are made: a restore from a backup that is older than an erasure needs
/// it. It holds blind values and key ids, no person and no key; who forges a line must know the id of the key that it is to destroy.
/// </summary>
/// <param name="folder">The folder of what a node keeps beside its databases; null for a node without one: its tombstones stand in the log only.</param>
internal sealed class ErasuresFile(string? folder)
{
    private readonly string? _path = folder is null ? null : Path.Combine(folder, Name);

    /// <summary>Its name in the data directory and in a backup.</summary>
    public const string Name = "erasures.jsonl";

    /// <summary>Adds a tombstone; on disk when it returns.</summary>
    /// <exception cref="LogStoreException">It could not be made durable.</exception>
    public void Append(string log, long index, Tombstone tombstone)
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(_path, options))
            {
                // What a crash left without its newline may not swallow this line.
                file.Write([(byte)'\n', .. Line(log, index, tombstone), (byte)'\n']);
                file.Flush(flushToDisk: true);
            }

            FolderSync.Run(folder!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogStoreException("a tombstone could not be written beside the log", isPermanent: true, e);
        }
    }

    /// <summary>The transactions of the tombstones in the file.</summary>
    public HashSet<Guid> Transactions() => _path is null ? [] : [.. Read(_path).Select(static t => t.Tombstone.Transaction)];

    /// <summary>Reads the tombstones of a file; none if it is not there. Lines that a crash cut off are passed over: their erasure was recorded in the log and written again at the next start.</summary>
    public static ImmutableArray<(string Log, Tombstone Tombstone)> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var found = ImmutableArray.CreateBuilder<(string, Tombstone)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && Parse(line) is { } parsed)
            {
                found.Add(parsed);
            }
        }

        return found.ToImmutable();
    }

    private static byte[] Line(string log, long index, Tombstone tombstone) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["version"] = 1,
        ["log"] = log,
        ["index"] = index,
        ["transaction"] = tombstone.Transaction,
        ["decided"] = tombstone.At,
        ["by"] = tombstone.By,
        ["rule"] = tombstone.Rule,
        ["keys"] = tombstone.Keys.Select(static k => new Dictionary<string, string>
        {
            ["viewer"] = k.Viewer,
            ["person"] = Convert.ToHexStringLower(k.Person.Span),
            ["class"] = RetentionClassNames.NameOf(k.Retention),
            ["key"] = Convert.ToHexStringLower(k.KeyId.Span),
        }).ToArray(),
    });

    private static (string Log, Tombstone Tombstone)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return root.GetProperty("version"u8).GetInt32() != 1 ? null : (root.GetProperty("log"u8).GetString()!, new Tombstone(
                root.GetProperty("transaction"u8).GetGuid(),
                root.GetProperty("decided"u8).GetDateTimeOffset(),
                root.GetProperty("by"u8).GetString()!,
                root.GetProperty("rule"u8).GetString()!,
                [
                    .. root.GetProperty("keys"u8).EnumerateArray().Select(static k => new ErasedKey(
                        k.GetProperty("viewer"u8).GetString()!,
                        Convert.FromHexString(k.GetProperty("person"u8).GetString()!),
                        RetentionClassNames.Parse(k.GetProperty("class"u8).GetString()) ?? throw new FormatException("no such class"),
                        Convert.FromHexString(k.GetProperty("key"u8).GetString()!))),
                ]));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
