using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A decision and why. Immutable; parts are shared, prebuilt objects, so that a decision allocates nothing.</summary>
/// <param name="Verdict">Deny unless a rule permits.</param>
/// <param name="Basis">The rules that made it; <see cref="DecisionBasis.None"/> on a denial without a matching rule.</param>
/// <param name="Unmet">On a denial: what was missing, most specific first. Never depends on a register.</param>
public readonly record struct PolicyDecision(Verdict Verdict, DecisionBasis Basis, ImmutableArray<UnmetCondition> Unmet)
{
    /// <summary>On a permit: what is missing without hindering it, such as the steps of the meldcode. Kept with the record; the sender states a reason.</summary>
    public ImmutableArray<UnmetCondition> Warnings
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
