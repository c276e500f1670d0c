namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What arrived about one person.</summary>
/// <param name="Roles">The roles in words.</param>
/// <param name="Name">The name, if it arrived.</param>
/// <param name="Parts">The resources.</param>
internal sealed record ReferralPackage(IReadOnlyList<string> Roles, string Name, IReadOnlyList<ReferralPart> Parts);
