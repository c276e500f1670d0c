using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What came of proving all invariants of a set. Immutable.</summary>
/// <param name="Outcomes">One for each invariant, in file order.</param>
/// <param name="Points">Every point of the field: those looked at one by one and those of cells without a permitting rule, which deny as a whole.</param>
/// <param name="Decided">The points looked at one by one.</param>
public sealed record ProofReport(ImmutableArray<ProofOutcome> Outcomes, long Points, long Decided)
{
    /// <summary>True if every invariant holds.</summary>
    public bool Holds => Outcomes.All(o => o.Holds);
}
