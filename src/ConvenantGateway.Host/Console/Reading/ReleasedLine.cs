namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What was released about one person of a message.</summary>
/// <param name="Rollen">The roles, in words.</param>
/// <param name="Codes">The category codes.</param>
internal sealed record ReleasedLine(IReadOnlyList<string> Rollen, IReadOnlyList<string> Codes);
