using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Where a message holds a person whom D21 protects in a resource of his own: every Practitioner (who treats, hears or reports is D21), the Patient of a melder, and a RelatedPerson or PractitionerRole that an element of
/// D21 refers to. Contained ones too. Not a Patient that is referred to: who tells of herself is no secret. Of one resource; pure.
/// </summary>
internal sealed class Informants
{
    private static readonly CategorySet Reporter = CategorySet.Of(21);

    private readonly bool _isWhole;
    private readonly ImmutableArray<bool> _contained;

    /// <param name="input">The resource.</param>
    /// <param name="root">Its JSON.</param>
    /// <param name="referredTo">As <see cref="In"/> found them.</param>
    public Informants(GuardInput input, JsonElement root, FrozenSet<string> referredTo)
    {
        var id = Text(root, "id") ?? "";
        _isWhole = IsOne(input.Type, id, id, $"{input.Type}/{id}", input, referredTo);
        _contained = root.TryGetProperty("contained", out var many) && many.ValueKind == JsonValueKind.Array
            ? [.. many.EnumerateArray().Select((one, i) => IsOne(Text(one, "resourceType"), $"{id}#{Text(one, "id") ?? $"{i}"}", id, $"#{Text(one, "id")}", input, referredTo))]
            : [];
    }

    /// <summary>True for a name, a number or a way to reach such a person.</summary>
    public bool Is(ResourceLeaf leaf) => LeafForms.IsIdentity(leaf)
        && (leaf is { Own: "contained", Item: { } item } ? item < _contained.Length && _contained[item] : _isWhole);

    /// <summary>What the elements of D21 of a message refer to: <c>Type/id</c>, or <c>id#part</c> of a contained one. Not looked for where nothing is for whom it counts.</summary>
    public static FrozenSet<string> In(IReadOnlyCollection<GuardInput> inputs, FrozenDictionary<string, ElementClassification> elements)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs.Any(static i => i.Type is "RelatedPerson" or "PractitionerRole" || i.Json.Span.IndexOf("\"contained\""u8) >= 0) ? inputs : [])
        {
            using var document = JsonDocument.Parse(input.Json);
            var id = Text(document.RootElement, "id") ?? "";
            var references = ResourceLeaves.Of(document.RootElement, elements.GetValueOrDefault(input.Type))
                .Where(static l => l.Key == "reference" && l.Place.Kind == ElementKind.Category && l.Place.Category.Overlaps(Reporter));
            targets.UnionWith(references.Select(r => r.Text.StartsWith('#') ? $"{id}{r.Text}" : r.Text));
        }

        return targets.ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool IsOne(string? type, string own, string id, string reference, GuardInput input, FrozenSet<string> referredTo) => type switch
    {
        "Practitioner" => true,
        "Patient" => input.Reporters.Contains(own),
        "RelatedPerson" or "PractitionerRole" => referredTo.Contains(reference.StartsWith('#') ? id + reference : reference),
        _ => false,
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
