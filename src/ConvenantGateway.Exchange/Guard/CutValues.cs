using System.Collections.Frozen;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What may not flow of one message: the values of D02 to D05 and D21 that its elements hold, normalized. In memory only, for as long as the message is decided.</summary>
internal static class CutValues
{
    private static readonly CategorySet Watched = CategorySet.Of(2) | CategorySet.Of(3) | CategorySet.Of(4) | CategorySet.Of(5) | CategorySet.Of(21);
    private static readonly CategorySet Place = CategorySet.Of(5);
    private static readonly CategorySet Reporter = CategorySet.Of(21);

    /// <summary>Each form with the categories that forbid it.</summary>
    public static Dictionary<TextForm, CategorySet> Of(IEnumerable<GuardInput> inputs, FrozenDictionary<string, ElementClassification> elements)
    {
        var found = new Dictionary<TextForm, CategorySet>();
        var all = inputs.ToList();
        var informants = Informants.In(all, elements);
        foreach (var input in all)
        {
            using var document = JsonDocument.Parse(input.Json);
            var informant = new Informants(input, document.RootElement, informants);
            foreach (var leaf in ResourceLeaves.Of(document.RootElement, elements.GetValueOrDefault(input.Type)))
            {
                var category = Forbidden(leaf, input) | (informant.Is(leaf) ? Reporter - input.Released : default);
                foreach (var form in category.IsEmpty ? [] : LeafForms.Cut(leaf, category))
                {
                    found[form] = found.GetValueOrDefault(form) | category;
                }
            }
        }

        return found;
    }

    private static CategorySet Forbidden(ResourceLeaf leaf, GuardInput input)
    {
        var category = input.Classes | (leaf.Place.Kind == ElementKind.Category ? leaf.Place.Category : default);

        // No line says what it is, or a line says never: an address or a number still is one.
        var never = leaf.Place.Kind switch
        {
            ElementKind.Withheld when LeafForms.IsBsn(leaf) => CategorySet.Of(3),
            ElementKind.Withheld when LeafForms.IsAddress(leaf) || LeafForms.IsContact(leaf) => CategorySet.Of(4),
            _ => default,
        };
        if (input.Findings.Any(f => Finds(f, leaf, input.Type)))
        {
            category |= Place;
        }

        // That the reader may have an address says nothing of one that no line ever lets go.
        return ((category & Watched) - input.Released) | never;
    }

    /// <summary>A finding in a Patient is its item; in any other resource all its free text went with it.</summary>
    private static bool Finds(IntakeFinding finding, ResourceLeaf leaf, string type) =>
        finding.Category.Overlaps(Place) && (type == "Patient" ? finding.Element == leaf.Own && finding.Item == leaf.Item : LeafForms.IsFreeText(leaf));
}
