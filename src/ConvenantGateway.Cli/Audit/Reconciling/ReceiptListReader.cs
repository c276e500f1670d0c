using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Store;

namespace ConvenantGateway.Cli.Audit;

/// <summary>
/// Reads a partner's list, line by line: CSV (<c>transaction,digest[,index[,leaf]]</c>, with or without a first line that says so) or JSON lines with the same names. Empty lines are passed over.
/// </summary>
internal static class ReceiptListReader
{
    private const int MaxLine = 2000;

    /// <summary>Reads.</summary>
    /// <exception cref="InvalidDataException">A line is no receipt; the message names it, without its content.</exception>
    public static IEnumerable<ListedReceipt> Read(TextReader list)
    {
        long number = 0;
        while (list.ReadLine() is { } line)
        {
            number++;
            var text = line.Trim('\uFEFF', ' ', '\t', '\r');
            if (text.Length == 0 || (number == 1 && text.StartsWith("transaction,", StringComparison.Ordinal)))
            {
                continue;
            }

            yield return (text.Length > MaxLine ? null : text[0] == '{' ? Json(text, number) : Csv(text, number))
                ?? throw new InvalidDataException($"line {number}: is no receipt (transaction, digest, and optionally index and leaf)");
        }
    }

    private static ListedReceipt? Csv(string line, long number)
    {
        var cells = line.Split(',').Select(static c => c.Trim().Trim('"')).ToArray();
        return cells.Length is >= 2 and <= 4 ? Receipt(number, cells[0], cells[1], cells.ElementAtOrDefault(2) ?? "", cells.ElementAtOrDefault(3) ?? "") : null;
    }

    private static ListedReceipt? Json(string line, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            var index = root.TryGetProperty("index", out var at) ? at.GetRawText() : "";
            return Receipt(number, Text(root, "transaction"), Text(root, "digest"), index, Text(root, "leaf"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static ListedReceipt? Receipt(long number, string transaction, string digest, string index, string leaf)
    {
        long? at = null;
        if (index.Length > 0)
        {
            if (!long.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                return null;
            }

            at = parsed;
        }

        return Guid.TryParseExact(transaction, "D", out var id) && IsDigest(digest) && (leaf.Length == 0 || IsDigest(leaf))
            ? new ListedReceipt(number, id, digest.ToLowerInvariant(), at, leaf.ToLowerInvariant())
            : null;
    }

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);
}
