using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>What an acknowledgement says: <c>tx</c>, <c>log</c>, <c>index</c>, <c>leaf</c>, <c>digest</c>, each once and nothing else.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Log">The log's origin.</param>
/// <param name="Index">The leaf's index.</param>
/// <param name="Leaf">The leaf hash, lower-case hex.</param>
/// <param name="Digest">SHA-256 of what was received, lower-case hex.</param>
internal readonly record struct AcknowledgedFields(Guid Transaction, string Log, long Index, string Leaf, string Digest)
{
    /// <summary>Reads a payload; null if it is another.</summary>
    public static AcknowledgedFields? Read(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.GetPropertyCount() == 5
                && Guid.TryParseExact(Text(root, "tx"), "D", out var transaction)
                && root.TryGetProperty("index"u8, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var index)
                && Text(root, "log") is { Length: > 0 and <= 200 } log && IsDigest(Text(root, "leaf")) && IsDigest(Text(root, "digest"))
                ? new AcknowledgedFields(transaction, log, index, Text(root, "leaf")!, Text(root, "digest")!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsDigest(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
