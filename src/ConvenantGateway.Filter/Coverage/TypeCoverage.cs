using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>How far the classification of one type goes. Immutable.</summary>
/// <param name="Type">The resource type.</param>
/// <param name="Elements">Its elements in the order of R4, each followed by the slices and parts of it that have a line.</param>
public sealed record TypeCoverage(string Type, ImmutableArray<CoveredElement> Elements)
{
    /// <summary>How many are classified.</summary>
    public int Classified => Elements.Count(static e => e.State == CoverageState.Classified);

    /// <summary>How many are withheld by a line.</summary>
    public int Withheld => Elements.Count(static e => e.State == CoverageState.Withheld);

    /// <summary>The paths that no line speaks of.</summary>
    public IEnumerable<string> ByDefault => Elements.Where(static e => e.State == CoverageState.ByDefault).Select(static e => e.Path);

    /// <summary>How many elements there are per word of a line, in ordinal order: <c>D01</c>, <c>class</c>, <c>structure</c>.</summary>
    public IEnumerable<KeyValuePair<string, int>> Words => Elements
        .Where(static e => e.State == CoverageState.Classified)
        .GroupBy(static e => e.As, StringComparer.Ordinal)
        .OrderBy(static g => g.Key, StringComparer.Ordinal)
        .Select(static g => KeyValuePair.Create(g.Key, g.Count()));
}
