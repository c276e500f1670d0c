using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Strict reading of the few FHIR elements that the Wegwijzer takes. Pure.</summary>
internal static class FhirElement
{
    private static readonly string[] TextTypes = ["valueString", "valueCode", "valueUri", "valueDate"];

    /// <summary>True for a resource of this type that has no other members than these.</summary>
    public static bool Is(JsonElement element, string type, params ReadOnlySpan<string> members)
    {
        if (element.ValueKind != JsonValueKind.Object || Text(element, "resourceType") != type)
        {
            return false;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != "resourceType" && !members.Contains(member.Name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text member; null for anything else.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The one text value of a parameter that has a name and a value only; null for anything else.</summary>
    public static string? Value(JsonElement parameter)
    {
        var members = parameter.EnumerateObject().ToList();
        return members.Count == 2
            && members.Find(static m => TextTypes.Contains(m.Name, StringComparer.Ordinal)) is { Value.ValueKind: JsonValueKind.String } value
            && value.Value.GetString() is { Length: > 0 and <= 200 } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
    }

    /// <summary>The text values of a parameter's parts; null if one is unknown, repeated or no text.</summary>
    public static Dictionary<string, string>? Parts(JsonElement parameter, string[] known)
    {
        if (parameter.EnumerateObject().Count() != 2 || !parameter.TryGetProperty("part", out var parts) || parts.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.EnumerateArray())
        {
            if (Text(part, "name") is not { } name || !known.Contains(name, StringComparer.Ordinal) || Value(part) is not { } value || !values.TryAdd(name, value))
            {
                return null;
            }
        }

        return values;
    }
}
