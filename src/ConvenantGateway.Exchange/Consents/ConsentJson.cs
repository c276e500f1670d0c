using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Walks the JSON of a stored Consent, which intake found to be valid R4. Pure.</summary>
internal static class ConsentJson
{
    private const string Partner = "https://convenantgateway.nl/fhir/NamingSystem/partner";

    /// <summary>An object member; undefined if it is not there.</summary>
    public static JsonElement Object(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>The objects of a member that is a list or one object.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => [value],
            JsonValueKind.Array => value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.Object),
            _ => [],
        };
    }

    /// <summary>The codings two levels down.</summary>
    public static IEnumerable<JsonElement> Codings(JsonElement element, string concept, string coding) => Items(element, concept).SelectMany(c => Items(c, coding));

    /// <summary>The codes of one system, in order.</summary>
    public static List<string> Codes(IEnumerable<JsonElement> codings, string system) =>
        [.. codings.Where(c => Text(c, "system") == system).Select(static c => Text(c, "code")).OfType<string>().Distinct()];

    /// <summary>A text member or null.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The partners of <c>provision.actor</c>.</summary>
    public static IEnumerable<string> Recipients(JsonElement provision) => Items(provision, "actor")
        .Select(static a => Object(Object(a, "reference"), "identifier"))
        .Where(static i => Text(i, "system") == Partner)
        .Select(static i => Text(i, "value"))
        .OfType<string>();

    /// <summary>The day of a date or instant; a partial date is no day.</summary>
    public static string? Day(string? text) => text?.Length >= 10 ? text[..10] : text;
}
