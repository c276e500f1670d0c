using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The edges of a permit: just inside the same rules match, just outside they do not. What makes a case notice a rule that was widened.</summary>
internal sealed record CaseBoundaries
{
    /// <summary>The rules whose edges these are; empty for every rule of the case. An addition that matches beside a base rule has edges of its own.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Exactly these kinds of sender; empty for no check.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>Exactly these kinds of receiver.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Exactly these purposes.</summary>
    public ImmutableArray<string> Purposes { get; init; } = [];

    /// <summary>The first day; null for no check.</summary>
    public DateOnly? First { get; init; }

    /// <summary>The last day; null for no check.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Taking away any one piece of the shown evidence changes the decision.</summary>
    public bool IsEvidenceMinimal { get; init; }
}
