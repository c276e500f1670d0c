using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Audit;

/// <summary>
/// <c>log-keys.jsonl</c> in an export: the keys of the log, a line each, in the order in which they came: <c>key</c>, <c>from</c>, <c>until</c>, <c>why</c>, <c>handover</c> (the note, base64). Who holds an older key
/// verifies an export of today with it: each key handed over to the next in a note that both signed, over a root that the hashes of the export give.
/// </summary>
internal static class ExportKeys
{
    /// <summary>Its name.</summary>
    public const string Name = "log-keys.jsonl";

    // Keys and notes are base64, whose plus sign is not to be escaped for a page that nobody makes of it.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the lines.</summary>
    public static void Write(Stream stream, IEnumerable<LogKeyLink> links)
    {
        foreach (var link in links)
        {
            var handover = link.Handover.IsEmpty ? null : Convert.ToBase64String(link.Handover.Span);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(
                new Dictionary<string, object?> { ["key"] = link.Key.ToString(), ["from"] = link.From, ["until"] = link.Until, ["why"] = link.Why, ["handover"] = handover }, Plain));
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>The keys to trust for who trusts one. What the lines say is signed with the manifest; a handover is proved by itself.</summary>
    /// <param name="lines">The file; null in an export that has none: then the one key.</param>
    /// <param name="leaves">All leaf hashes of the export.</param>
    /// <param name="trusted">The key from elsewhere.</param>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static LogKeys Trusting(byte[]? lines, byte[] leaves, VerifierKey trusted)
    {
        if (lines is null)
        {
            return LogKeys.Of(trusted);
        }

        var links = Read(lines);
        var roots = Roots(leaves, [.. links.Skip(1).Select(static l => l.From)]);
        return LogKeyLink.Trusting(links, trusted, size => roots.GetValueOrDefault(size));
    }

    private static ImmutableArray<LogKeyLink> Read(byte[] lines)
    {
        try
        {
            return [.. Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"`{Name}` is not a list of the log's keys", e);
        }
    }

    private static LogKeyLink Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var (until, handover) = (root.GetProperty("until"u8), root.GetProperty("handover"u8));
        return new LogKeyLink(
            VerifierKey.TryParse(root.GetProperty("key"u8).GetString(), out var key) ? key : throw new FormatException("not a verifier key"),
            root.GetProperty("from"u8).GetInt64(),
            until.ValueKind == JsonValueKind.Null ? null : until.GetInt64(),
            root.GetProperty("why"u8).GetString() ?? "",
            handover.ValueKind == JsonValueKind.Null ? [] : handover.GetBytesFromBase64());
    }

    private static Dictionary<long, ReadOnlyMemory<byte>> Roots(byte[] leaves, SortedSet<long> sizes)
    {
        var roots = new Dictionary<long, ReadOnlyMemory<byte>>();
        var tree = new TreeState();
        foreach (var size in sizes.Where(s => s >= 0 && s <= leaves.Length / MerkleHash.Size))
        {
            while (tree.Size < size)
            {
                tree.Append(leaves.AsSpan((int)tree.Size * MerkleHash.Size, MerkleHash.Size).ToArray());
            }

            roots.Add(size, tree.Root());
        }

        return roots;
    }
}
