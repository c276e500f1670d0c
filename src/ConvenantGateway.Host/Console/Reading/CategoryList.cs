namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>Categories with their names, on a page.</summary>
/// <param name="Page">The page, which knows the names.</param>
/// <param name="Codes">The codes.</param>
internal sealed record CategoryList(ConsolePage Page, IReadOnlyList<string> Codes);
