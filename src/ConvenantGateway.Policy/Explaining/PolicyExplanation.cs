using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A decision in plain words. Immutable.</summary>
/// <param name="Verdict">Null where the asking side may not know, for it depends on what the holder recorded.</param>
/// <param name="Rules">The rules behind it.</param>
/// <param name="Laws">The articles those rest on.</param>
/// <param name="Unmet">The shortest set of unmet conditions; empty on a permit.</param>
/// <param name="Lines">The whole explanation, a sentence or a list item a line.</param>
public sealed record PolicyExplanation(Verdict? Verdict, ImmutableArray<RuleId> Rules, ImmutableArray<LawReference> Laws, ImmutableArray<UnmetCondition> Unmet, ImmutableArray<string> Lines)
{
    /// <summary>What flows, by role: role, categories, level. Empty for the asking side of an answer.</summary>
    public ImmutableArray<ExplainedRelease> Released { get; init; } = [];
}
