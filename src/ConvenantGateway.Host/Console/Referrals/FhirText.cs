using System.Text.Json;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The data types of FHIR R4 as plain text. Pure.</summary>
internal static class FhirText
{
    /// <summary>One value as text; empty if it holds nothing to read; null if it is a backbone that must be walked.</summary>
    public static string? Of(string element, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ResourceWords.Code(element, value.GetString() ?? ""),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "ja",
        JsonValueKind.False => "nee",
        JsonValueKind.Object => OfObject(element, value),
        _ => "",
    };

    /// <summary>A HumanName.</summary>
    public static string Name(JsonElement name) =>
        Text(name, "text") is { Length: > 0 } text ? text : Joined(" ", Strings(name, "prefix"), Strings(name, "given"), [Text(name, "family")], Strings(name, "suffix"));

    /// <summary>A ContactPoint with its use and period.</summary>
    public static string Contact(JsonElement contact)
    {
        var value = Text(contact, "value");
        return value.Length == 0 ? "" : Joined(" ", [ResourceWords.Code("contact-system", Text(contact, "system"))], [value], [Parenthesis(ResourceWords.Code("contact-use", Text(contact, "use")))], [PeriodOf(contact)]);
    }

    /// <summary>True if a primitive's extensions say <c>data-absent-reason</c> = <c>masked</c>.</summary>
    public static bool IsMasked(JsonElement sibling) => sibling.ValueKind switch
    {
        JsonValueKind.Array => sibling.EnumerateArray().Any(IsMasked),
        JsonValueKind.Object => Text(sibling, "valueCode") == "masked" || sibling.EnumerateObject().Any(static p => IsMasked(p.Value)),
        _ => false,
    };

    private static string? OfObject(string element, JsonElement value)
    {
        if (element is "name" && (value.TryGetProperty("family", out _) || value.TryGetProperty("given", out _) || value.TryGetProperty("text", out _)))
        {
            return Name(value);
        }

        if (element is "telecom")
        {
            return Contact(value);
        }

        if (element is "address")
        {
            return Text(value, "text") is { Length: > 0 } text
                ? text
                : Joined(", ", Strings(value, "line"), [Joined(" ", [Text(value, "postalCode")], [Text(value, "city")])], [PeriodOf(value)]);
        }

        if (value.TryGetProperty("coding", out var coding) && coding.ValueKind == JsonValueKind.Array)
        {
            return Text(value, "text") is { Length: > 0 } text ? text : Joined(", ", [.. coding.EnumerateArray().Where(static c => c.ValueKind == JsonValueKind.Object).Select(CodingOf)]);
        }

        if (value.TryGetProperty("code", out _) && value.TryGetProperty("system", out _))
        {
            return CodingOf(value);
        }

        if (value.TryGetProperty("reference", out _) || value.TryGetProperty("display", out _))
        {
            return Text(value, "display");
        }

        if (value.TryGetProperty("start", out _) || value.TryGetProperty("end", out _))
        {
            return Joined(" – ", [Text(value, "start")], [Text(value, "end")]);
        }

        if (value.TryGetProperty("value", out var number) && number.ValueKind is JsonValueKind.Number)
        {
            return Joined(" ", [number.GetRawText()], [Text(value, "unit")]);
        }

        return value.TryGetProperty("text", out var only) && only.ValueKind == JsonValueKind.String ? only.GetString() : null;
    }

    private static string CodingOf(JsonElement coding) => Text(coding, "display") is { Length: > 0 } display ? display : Text(coding, "code");

    private static string PeriodOf(JsonElement element) =>
        element.TryGetProperty("period", out var period) && period.ValueKind == JsonValueKind.Object ? Parenthesis(Joined(" – ", [Text(period, "start")], [Text(period, "end")])) : "";

    private static string Parenthesis(string text) => text.Length == 0 ? "" : $"({text})";

    private static string Joined(string between, params IEnumerable<string>[] parts) => string.Join(between, parts.SelectMany(static p => p).Where(static p => p.Length > 0));

    private static string[] Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString() ?? "")]
            : [];

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
