namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One entry of the menu.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Title">What it is called, in Dutch.</param>
/// <param name="Purpose">What one does there, in Dutch.</param>
internal sealed record MenuItem(string Path, string Title, string Purpose);
