using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// <c>log-keys.json</c> beside dumps of PostgreSQL: the keys of the log and how each was handed its task, so that a manifest is proved before anything of a dump is given to a server. What it says of roots is
/// what both keys of a handover signed, and is compared with the log once that is there.
/// </summary>
internal static class LogKeysFile
{
    /// <summary>Its name.</summary>
    public const string Name = "log-keys.json";

    /// <summary>Writes the keys of a log.</summary>
    public static void Write(Database log, string folder) => OwnFiles.Write(
        Path.Combine(folder, Name),
        JsonSerializer.SerializeToUtf8Bytes(LogKeyTable.Read(log).Select(r => new Line(
            r.Key.ToString(), r.From, r.Until, r.Why, Convert.ToHexStringLower(TreeState.Restore(r.From, new StoredTreeHashes(log)).Root()), r.Handover is null ? null : Convert.ToBase64String(r.Handover)))));

    /// <summary>The newest key, and the keys to trust for who trusts one of them.</summary>
    /// <param name="folder">The backup.</param>
    /// <param name="trusted">The key from elsewhere; null to take the newest.</param>
    /// <exception cref="BackupRefusedException">It is not such a file.</exception>
    public static (VerifierKey Newest, LogKeys Trusted) Read(string folder, VerifierKey? trusted)
    {
        try
        {
            var lines = JsonSerializer.Deserialize<Line[]>(File.ReadAllBytes(Path.Combine(folder, Name)))!;
            var links = lines.Select(static l => new LogKeyLink(
                VerifierKey.TryParse(l.Key, out var key) ? key : throw new FormatException("not a verifier key"), l.From, l.Until, l.Why, l.Handover is null ? [] : Convert.FromBase64String(l.Handover)))
                .ToImmutableArray();
            var roots = lines.DistinctBy(static l => l.From).ToDictionary(static l => l.From, static l => Convert.FromHexString(l.Root));
            return (links[^1].Key, LogKeyLink.Trusting(links, trusted ?? links[^1].Key, size => roots[size]));
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new BackupRefusedException($"`{Name}` is not a list of the log's keys", e);
        }
    }

    private sealed record Line(string Key, long From, long? Until, string Why, string Root, string? Handover);
}
