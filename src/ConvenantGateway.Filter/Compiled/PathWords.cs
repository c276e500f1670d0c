using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>What can stand at one step of an element path, and what a wrong step was probably meant to be.</summary>
internal static class PathWords
{
    /// <summary>More words than this are no help: the fifty types of an extension's value.</summary>
    private const int MaxNamed = 12;

    private static readonly string[] OfPrimitive = ["id", "extension"];

    /// <summary>The types that a path leads to; empty if it leads nowhere.</summary>
    public static string[] TypesAt(CatalogueType root, IEnumerable<PathStep> steps)
    {
        string[] types = [root.Name];
        foreach (var step in steps)
        {
            types = types.Select(name => TypesOf(R4Catalogue.Find(name), step.Name)).FirstOrDefault(static t => t is not null) ?? [];
        }

        return types;
    }

    /// <summary>The types of a child by its FHIRPath or JSON name; null if the type has no such child.</summary>
    public static string[]? TypesOf(CatalogueType? type, string name)
    {
        if (type is { IsPrimitive: true })
        {
            return name switch { "extension" => ["Extension"], "id" => ["string"], _ => null };
        }

        foreach (var element in type?.Elements ?? [])
        {
            if (element.Name == name)
            {
                return element.Types;
            }

            foreach (var choice in element.IsChoice ? element.Types : [])
            {
                if (element.JsonName(choice) == name)
                {
                    return [choice];
                }
            }
        }

        return null;
    }

    /// <summary>The suggestion for a step that no type here has.</summary>
    /// <param name="types">The types that the path stands in.</param>
    /// <param name="name">The step as written.</param>
    public static string? Suggest(IReadOnlyList<string> types, string name)
    {
        var elements = types.Select(R4Catalogue.Find).OfType<CatalogueType>().SelectMany(static t => t.Elements).ToList();
        return Choice(elements, name)
            ?? Nearest.Suggest(name, elements.Count == 0 ? OfPrimitive : elements.SelectMany(Names))
            ?? Known(elements);
    }

    /// <summary>The suggestion for a child that no slice can be picked by.</summary>
    public static string? SuggestSlice(IReadOnlyList<string> types, string child)
    {
        var known = types.Select(R4Catalogue.Find).OfType<CatalogueType>()
            .SelectMany(static t => t.Elements)
            .Where(static e => e is { IsArray: false, IsChoice: false } && R4Catalogue.Find(e.Types[0]) is { Form: TypeForm.Text } && e.Name != "id")
            .Select(static e => e.Name).Distinct().ToList();
        return Nearest.Suggest(child, known) ?? (known.Count == 0 ? null : $"it can be sliced by {Quoted(known)}");
    }

    /// <summary><c>valueMoney</c>, where the element has no such type, or <c>deceasedBool</c>: the choices that there are.</summary>
    private static string? Choice(List<CatalogueElement> elements, string name)
    {
        if (elements.Find(e => e.IsChoice && name.StartsWith(e.Name, StringComparison.Ordinal)) is not { } choice)
        {
            return null;
        }

        var names = choice.Types.Select(choice.JsonName).ToList();
        var nearest = Nearest.Find(name, names);
        if (names.Count > MaxNamed)
        {
            return nearest is null ? null : $"did you mean `{nearest}`?";
        }

        return $"{(nearest is null ? "" : $"did you mean `{nearest}`? ")}`{choice.Name}` is {Quoted(names)}";
    }

    private static IEnumerable<string> Names(CatalogueElement element) =>
        element.IsChoice ? element.Types.Select(element.JsonName).Prepend(element.Name) : [element.Name];

    private static string? Known(List<CatalogueElement> elements) =>
        elements.Count is 0 or > 2 * MaxNamed ? null : $"there is {Quoted([.. elements.Select(static e => e.Name).Distinct()])}";

    private static string Quoted(List<string> words) =>
        words.Count == 1 ? $"`{words[0]}`" : $"{string.Join(", ", words.Take(words.Count - 1).Select(static w => $"`{w}`"))} or `{words[^1]}`";
}
