namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>How much is played.</summary>
/// <param name="Only">Only exchanges whose line holds this; null: all of the covenant.</param>
/// <param name="IsSmall">Small messages, and fewer pages of each kind.</param>
internal sealed record RunScope(string? Only, bool IsSmall)
{
    /// <summary>True for an exchange that is played.</summary>
    public bool Takes(ExchangeCell cell) => Only is null || cell.ToString().Contains(Only, StringComparison.OrdinalIgnoreCase);
}
