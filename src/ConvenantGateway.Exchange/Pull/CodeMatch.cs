using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Finds a code in the <c>code</c> element of released bytes: what was cut cannot match.</summary>
internal static class CodeMatch
{
    /// <summary>True if <c>code.coding</c> holds the token: <c>code</c> or <c>system|code</c>.</summary>
    public static bool Has(ReadOnlySpan<byte> json, string token)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var system = bar < 0 ? null : token[..bar];
        var code = token[(bar + 1)..];
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        if (!document.RootElement.TryGetProperty("code", out var concept) || concept.ValueKind != JsonValueKind.Object || !concept.TryGetProperty("coding", out var codings))
        {
            return false;
        }

        foreach (var coding in codings.EnumerateArray())
        {
            if (Text(coding, "code") == code && (system is null || Text(coding, "system") == system))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
