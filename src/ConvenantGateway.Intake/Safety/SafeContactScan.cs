using System.Text.Json.Nodes;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake;

/// <summary>Finds what must not travel unseen: shelter addresses by hash, and free text that tells where somebody stays.</summary>
internal static class SafeContactScan
{
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>The findings of one resource; paths, never values.</summary>
    public static List<IntakeFinding> Find(BundleEntry entry, ShelterHashes shelters)
    {
        var findings = new List<IntakeFinding>();
        foreach (var (path, node) in JsonWalk.Objects(entry.Type, entry.Resource))
        {
            if (shelters.Matches(node))
            {
                findings.Add(new IntakeFinding(path, SafeLocation));
            }

            foreach (var (name, child) in node)
            {
                if (Texts(child).Any(ResidenceText.Names))
                {
                    findings.Add(new IntakeFinding($"{path}.{name}", SafeLocation));
                }
            }
        }

        return findings;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Contains(' ', StringComparison.Ordinal) ? [text] : [],
        JsonArray many => many.OfType<JsonValue>().SelectMany(Texts),
        _ => [],
    };
}
