namespace ConvenantGateway.Policy;

/// <summary>What flows about one role.</summary>
/// <param name="Rol">The role.</param>
/// <param name="Categories">The categories.</param>
/// <param name="Level">The level of a status answer.</param>
public sealed record ExplainedRelease(BetrokkeneRol Rol, CategorySet Categories, StatusLevel Level);
