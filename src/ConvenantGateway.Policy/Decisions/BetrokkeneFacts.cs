namespace ConvenantGateway.Policy;

/// <summary>What the decision knows of one betrokkene.</summary>
/// <param name="Rollen">All roles the person holds; several give the intersection, none gives nothing.</param>
/// <param name="ConsentScope">The categories that this person's own consent (or a representative's) covers; <see cref="CategorySet.All"/> where the ground is not consent.
/// It caps what a consent-based rule releases for this role.</param>
/// <param name="Origins">The label of received data that would be passed on; none for the sender's own data. A message that holds both asks twice, once for each.</param>
public readonly record struct BetrokkeneFacts(RolSet Rollen, CategorySet ConsentScope, DataOrigins Origins = DataOrigins.None);
