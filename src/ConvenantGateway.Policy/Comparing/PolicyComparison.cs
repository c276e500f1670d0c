using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What one policy set allows and the other does not. Immutable.</summary>
/// <param name="NewlyAllowed">Whatever the candidate allows, or might allow, that the present set does not.</param>
/// <param name="NewlyDenied">Whatever the present set allows and the candidate does not.</param>
public sealed record PolicyComparison(ImmutableArray<PolicyChange> NewlyAllowed, ImmutableArray<PolicyChange> NewlyDenied);
