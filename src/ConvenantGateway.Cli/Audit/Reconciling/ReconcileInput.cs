namespace ConvenantGateway.Cli.Audit;

/// <summary>What <c>audit reconcile</c> was asked.</summary>
/// <param name="Partner">Whose list.</param>
/// <param name="List">The path of the list, or <c>-</c>.</param>
/// <param name="Database">The database file.</param>
/// <param name="From">ISO 8601, or null.</param>
/// <param name="Until">ISO 8601, or null.</param>
/// <param name="Json">Print JSON.</param>
internal sealed record ReconcileInput(string Partner, string List, string Database, string? From, string? Until, bool Json);
