using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>The consent that a token rests on, as a reference without a word of it. Pure.</summary>
internal static class AuditEventConsent
{
    /// <summary><c>Consent/id</c> of the own register; empty for one that was written in the request; null for none, and for a request that was refused: nobody checked what it says.</summary>
    public static string? Of(ProjectedRecord seen)
    {
        if (seen.Record.Outcome != "released" || seen.Value("authorization-details") is not { Length: > 0 } sent)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(sent);
            if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() != 1
                || json.RootElement[0].ValueKind != JsonValueKind.Object
                || !json.RootElement[0].TryGetProperty("evidence", out var evidence) || evidence.ValueKind != JsonValueKind.Object
                || !evidence.TryGetProperty("consent", out var consent))
            {
                return null;
            }

            var one = consent.ValueKind == JsonValueKind.Array && consent.GetArrayLength() > 0 ? consent[0] : consent;
            return one.ValueKind == JsonValueKind.Object ? Reference(one) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Reference(JsonElement consent) =>
        consent.TryGetProperty("reference", out var reference) && reference.ValueKind == JsonValueKind.String && IsPlain(reference.GetString()!) ? reference.GetString()! : "";

    private static bool IsPlain(string reference) =>
        reference.StartsWith("Consent/", StringComparison.Ordinal) && reference.Length is > 8 and <= 72 && reference.Skip(8).All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
