using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Whether a candidate may take the place of the present set. Immutable.</summary>
/// <param name="Snapshot">What to activate; null if refused.</param>
/// <param name="NotSignedBy">Parties that signed the present set and not the candidate.</param>
/// <param name="NewlyAllowed">Why it is refused: what the candidate would newly allow. Empty on acceptance.</param>
public sealed record ActivationOutcome(PolicySnapshot? Snapshot, ImmutableArray<PartnerId> NotSignedBy, ImmutableArray<PolicyChange> NewlyAllowed);
