using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A classification with the places of its element lines, so that an error found later (a path that R4 does not have) can name its line. Immutable.</summary>
/// <param name="Classification">What the file says.</param>
/// <param name="File">Path inside the policy root.</param>
/// <param name="Lines">1-based line per element path.</param>
public sealed record ElementSource(ElementClassification Classification, string File, ImmutableDictionary<string, int> Lines)
{
    /// <summary>1-based line of the name of the resource; 0 if unknown.</summary>
    public int ResourceLine { get; init; }

    /// <summary>1-based line per class rule, in the order of the classification.</summary>
    public ImmutableArray<int> ClassLines { get; init; } = [];
}
