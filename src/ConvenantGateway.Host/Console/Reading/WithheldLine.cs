namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>One thing that was not provided.</summary>
/// <param name="Path">Where in the message: a FHIRPath, never a value.</param>
/// <param name="Codes">The category codes.</param>
/// <param name="Reason">Why, in plain Dutch; may be empty.</param>
internal sealed record WithheldLine(string Path, IReadOnlyList<string> Codes, string Reason);
