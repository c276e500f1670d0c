using System.Text.Json;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Turns one FHIR resource into rows a case worker can read. Elements without a Dutch word keep their FHIR name: nothing that arrived is hidden. Pure.</summary>
internal static class ResourceRows
{
    private static readonly HashSet<string> Technical = ["resourceType", "id", "meta", "text", "contained", "implicitRules", "language", "identifier", "reference", "system", "version", "userSelected"];

    /// <summary>The resource.</summary>
    public static ReferralPart PartOf(JsonElement resource)
    {
        var rows = new List<ReferralRow>();
        Walk(resource, "", rows);
        return new ReferralPart(ResourceWords.Type(Text(resource, "resourceType")), rows, IsSubsetted(resource));
    }

    /// <summary>The first name that arrived; empty if none did.</summary>
    public static string NameOf(JsonElement patient) =>
        Items(patient, "name").Select(FhirText.Name).FirstOrDefault(static n => n.Length > 0) ?? "";

    /// <summary>The contact data that arrived.</summary>
    public static IEnumerable<string> ContactsOf(JsonElement patient) => Items(patient, "telecom").Select(FhirText.Contact).Where(static c => c.Length > 0);

    private static void Walk(JsonElement element, string label, List<ReferralRow> rows)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (label.Length == 0 && Technical.Contains(property.Name))
            {
                continue;
            }

            if (property.Name.StartsWith('_') || property.Name == "extension")
            {
                if (FhirText.IsMasked(property.Value))
                {
                    rows.Add(new ReferralRow(Label(label, property.Name.TrimStart('_')), "", IsWithheld: true));
                }

                continue;
            }

            var name = Label(label, property.Name);
            foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value])
            {
                Row(name, property.Name, value, rows);
            }
        }
    }

    private static void Row(string label, string element, JsonElement value, List<ReferralRow> rows)
    {
        if (FhirText.Of(element, value) is { } text)
        {
            if (text.Length > 0)
            {
                rows.Add(new ReferralRow(label, text, IsWithheld: false));
            }
        }
        else
        {
            Walk(value, label, rows);
        }
    }

    private static string Label(string parent, string name)
    {
        var word = ResourceWords.Element(name);
        return parent.Length == 0 || word == parent ? word : name == "extension" ? parent : $"{parent}, {word}";
    }

    private static bool IsSubsetted(JsonElement resource) =>
        resource.TryGetProperty("meta", out var meta) && Items(meta, "tag").Any(static t => Text(t, "code") == "SUBSETTED");

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.Object)]
            : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
