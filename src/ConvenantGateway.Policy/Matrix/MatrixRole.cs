namespace ConvenantGateway.Policy;

/// <summary>What a rule lets flow about one role.</summary>
/// <param name="Rol">The role.</param>
/// <param name="Categories">What flows, without what the rule keeps back.</param>
/// <param name="Level">The highest level of a status answer.</param>
/// <param name="Requires">Evidence for this role beyond what rule and ground demand.</param>
/// <param name="Basis">The code of an own ground of this role; empty for the rule's ground.</param>
public sealed record MatrixRole(BetrokkeneRol Rol, CategorySet Categories, StatusLevel Level, Evidence Requires, string Basis);
