using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>Finds what must not travel unseen: shelter addresses by hash, and free text that tells where somebody stays. Says in which item of which element, so that no more goes than must.</summary>
internal static class SafeContactScan
{
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>The findings of one resource; paths, never values.</summary>
    public static List<IntakeFinding> Find(BundleEntry entry, ShelterHashes shelters)
    {
        var findings = new List<IntakeFinding>();
        foreach (var (name, value) in entry.Resource)
        {
            var path = $"{entry.Type}.{name}";
            if (value is not JsonArray many)
            {
                Scan(path, value, null, shelters, findings);
                continue;
            }

            for (var i = 0; i < many.Count; i++)
            {
                Scan(path, many[i], i, shelters, findings);
            }
        }

        return findings;
    }

    private static void Scan(string at, JsonNode? value, int? item, ShelterHashes shelters, List<IntakeFinding> findings)
    {
        if (Texts(value).Any(ResidenceText.Names))
        {
            findings.Add(new IntakeFinding(at, SafeLocation, FindingKind.FreeText, item));
        }

        foreach (var (path, node) in JsonWalk.Objects(at, value))
        {
            if (shelters.Matches(node))
            {
                findings.Add(new IntakeFinding(path, SafeLocation, FindingKind.ShelterAddress, item));
            }

            foreach (var (name, child) in node)
            {
                if (Texts(child).Any(ResidenceText.Names))
                {
                    findings.Add(new IntakeFinding($"{path}.{name}", SafeLocation, FindingKind.FreeText, item));
                }
            }
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Contains(' ', StringComparison.Ordinal) ? [text] : [],
        JsonArray many => many.OfType<JsonValue>().SelectMany(Texts),
        _ => [],
    };
}
