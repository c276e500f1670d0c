using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Reads what the officer must be able to judge from a stored <c>authorization_details</c>: the weighing and the consent's terms. Names stay behind: no page shows whom it was about
/// other than by opaque id.
/// </summary>
internal static class DossierText
{
    private static readonly (string Path, string Label)[] Shown =
    [
        ("weighing.necessity", "Noodzaak"),
        ("weighing.proportionality", "Proportionaliteit"),
        ("weighing.subsidiarity", "Subsidiariteit"),
        ("weighing.informed", "Betrokkene geïnformeerd"),
        ("weighing.notInformedBecause", "Niet geïnformeerd, omdat"),
        ("weighing.consulted", "Overlegd met"),
        ("evidence.consent.capacity", "Toestemming gegeven als"),
        ("evidence.consent.spokenAlone", "Alleen gesproken"),
        ("evidence.consent.recipients", "Toestemming voor"),
        ("evidence.consent.categories", "Toestemming over"),
        ("evidence.consent.given", "Toestemming op"),
        ("evidence.consent.until", "Toestemming tot"),
        ("evidence.consent.form", "Vorm van de toestemming"),
        ("emergency", "Noodprocedure gevraagd"),
    ];

    /// <summary>The label and value of each that is there; nothing for text that is no such JSON.</summary>
    public static IReadOnlyList<RecordValue> Read(string json)
    {
        if (json.Length == 0)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            {
                root = root[0];
            }

            return [.. Shown.Select(s => new RecordValue(s.Label, At(root, s.Path))).Where(static v => v.Value.Length > 0)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString() ?? "",
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Where(static e => e.ValueKind == JsonValueKind.String).Select(static e => e.GetString())),
            _ => "",
        };
    }
}
