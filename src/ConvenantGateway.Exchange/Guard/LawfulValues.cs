using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// What the receiver lawfully gets anyhow: typed elements of the outgoing resources whose category is released, and the public entries of partners. Without it a shared home, a shared family name or a partner's own
/// number would stop messages that help. Free text is never lawful by itself, and a typed element whose category is not released is not either: a slip of the filter is not excused by the slip.
/// </summary>
internal static class LawfulValues
{
    /// <summary>The forms.</summary>
    public static HashSet<TextForm> Of(IEnumerable<GuardOutput> outputs, PolicySnapshot snapshot)
    {
        var found = new HashSet<TextForm>();
        foreach (var partner in snapshot.Partners.Values)
        {
            found.UnionWith(ValueForms.Telephone(partner.Telephone));
            found.UnionWith(ValueForms.Name(partner.Name));
            found.UnionWith(ValueForms.Phrase(partner.Name));
        }

        foreach (var output in outputs)
        {
            using var document = JsonDocument.Parse(output.Json);
            foreach (var leaf in ResourceLeaves.Of(document.RootElement, snapshot.Elements.GetValueOrDefault(output.Type)))
            {
                if (!IsSmuggled(leaf) && IsReleased(leaf.Place, output))
                {
                    found.UnionWith(LeafForms.Typed(leaf));
                }
            }
        }

        return found;
    }

    /// <summary>An address, name or number as the value of an extension: a line for the extension does not cover it (docs/fhir-profile.md), so that the filter let it pass proves nothing.</summary>
    private static bool IsSmuggled(ResourceLeaf leaf) => leaf.Parent is "valueAddress" or "valueContactPoint" or "valueHumanName" or "valueIdentifier" or "valueReference";

    private static bool IsReleased(ElementPlace place, GuardOutput output) => place.Kind switch
    {
        ElementKind.Category => !place.Category.IsEmpty && output.Released.Contains(place.Category),
        ElementKind.ResourceClass => output.Released.Contains(output.Classes),
        ElementKind.Structure => output.Released.Contains(output.Classes),
        _ => false,
    };
}
