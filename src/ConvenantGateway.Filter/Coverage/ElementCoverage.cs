using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// Tells what the classification of a type says of every element that R4 gives it. An element with a line counts as one, with all that R4 puts in it; one that has lines only for its parts is
/// looked into. What the filter never releases without a line of its own inside another element (<c>id</c>, extensions) is no element here. Pure; thread safe.
/// </summary>
public static class ElementCoverage
{
    /// <summary>The types that the gateway has a use for (docs/fhir-profile.md).</summary>
    public static ImmutableArray<string> TypesInUse { get; } =
    [
        "AuditEvent", "Communication", "Condition", "Consent", "EpisodeOfCare", "Flag", "Location", "Observation", "Organization", "Patient", "PractitionerRole", "Procedure", "Provenance",
        "RelatedPerson", "RiskAssessment", "ServiceRequest", "Task",
    ];

    /// <summary>The coverage of one type.</summary>
    /// <exception cref="ArgumentException">The type or a path does not exist in R4; check it first with <see cref="ResourceFilter.Check"/>.</exception>
    public static TypeCoverage Of(ElementClassification classification)
    {
        if (PathCheck.Of(classification) is [var first, ..])
        {
            throw new ArgumentException(first.Message, nameof(classification));
        }

        var found = ImmutableArray.CreateBuilder<CoveredElement>();
        Type(R4Catalogue.Find(classification.ResourceType)!, LineTree.Of(classification), "", found);
        return new TypeCoverage(classification.ResourceType, found.ToImmutable());
    }

    /// <summary>The R4 resource types that are not among the given ones, in ordinal order.</summary>
    public static ImmutableArray<string> TypesWithout(IEnumerable<string> types) => [.. R4Catalogue.ResourceNames.Except(types, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void Type(CatalogueType type, LineTree lines, string path, ImmutableArray<CoveredElement>.Builder found)
    {
        foreach (var element in type.Elements)
        {
            if (path.Length > 0 && element.Name is ("id" or "extension" or "modifierExtension") && lines.Child(element.Name) is null)
            {
                continue;
            }

            var choices = element.IsChoice ? element.Types.Where(t => lines.Child(element.JsonName(t)) is not null).ToList() : [];
            foreach (var choice in choices)
            {
                Element(lines.Child(element.JsonName(choice)), R4Catalogue.Find(choice), path + element.JsonName(choice), found);
            }

            if (choices.Count == 0 || choices.Count < element.Types.Length)
            {
                var whole = lines.Child(element.Name);
                Element(whole, R4Catalogue.Find(element.Types[0]), element.IsChoice ? $"{path}{element.Name}[x]" : path + element.Name, found);
            }
        }
    }

    private static void Element(LineTree? own, CatalogueType? type, string path, ImmutableArray<CoveredElement>.Builder found)
    {
        if (own is { Line: null, HasChildren: true } && type is { IsPrimitive: false })
        {
            Type(type, own, path + ".", found);
        }
        else
        {
            found.Add(Covered(path, own?.Line));
            Parts(own, path, found);
        }

        Slices(own, path, found);
    }

    /// <summary>The lines inside an element that has a line itself.</summary>
    private static void Parts(LineTree? tree, string path, ImmutableArray<CoveredElement>.Builder found)
    {
        foreach (var (name, child) in tree?.Children ?? [])
        {
            if (child.Line is not null)
            {
                found.Add(Covered($"{path}.{name}", child.Line));
            }

            Slices(child, $"{path}.{name}", found);
            Parts(child, $"{path}.{name}", found);
        }
    }

    private static void Slices(LineTree? own, string path, ImmutableArray<CoveredElement>.Builder found)
    {
        foreach (var (conditions, tree) in own?.Slices ?? [])
        {
            var slice = path + string.Concat(conditions.Select(static c => $"[{c.Child}={c.Value}]"));
            if (tree.Line is not null)
            {
                found.Add(Covered(slice, tree.Line));
            }

            Parts(tree, slice, found);
        }
    }

    private static CoveredElement Covered(string path, ElementRule? line) => new(path, StateOf(line), WordOf(line));

    internal static CoverageState StateOf(ElementRule? line) => line switch
    {
        null => CoverageState.ByDefault,
        { Kind: ElementKind.Withheld } => CoverageState.Withheld,
        _ => CoverageState.Classified,
    };

    internal static string WordOf(ElementRule? line) => line switch
    {
        null => "",
        { Kind: ElementKind.Category } => line.Category.ToString(),
        { Kind: ElementKind.ResourceClass } => "class",
        { Kind: ElementKind.Structure } => "structure",
        _ => "withheld",
    };
}
