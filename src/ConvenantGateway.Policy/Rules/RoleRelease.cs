namespace ConvenantGateway.Policy;

/// <summary>What a rule releases about one role.</summary>
/// <param name="Rol">The role.</param>
/// <param name="Categories">What may flow.</param>
/// <param name="Level">The highest level of a status answer.</param>
/// <param name="Requires">Evidence for this role beyond what the rule demands; without it nothing flows about this role.</param>
/// <param name="Basis">An own ground of this role: another person's consent then neither frees nor caps it (domain.md 10.3). Null for the rule's ground.</param>
internal sealed record RoleRelease(BetrokkeneRol Rol, CategorySet Categories, StatusLevel Level, Evidence Requires, string? Basis);
