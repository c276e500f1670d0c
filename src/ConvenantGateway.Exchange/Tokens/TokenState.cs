namespace ConvenantGateway.Exchange;

/// <summary>What the record of a token needs from its evaluation.</summary>
internal sealed record TokenState(
    ActivePolicy Policy, DateOnly LawDate, string Counterparty, string Purpose, string Ground, DossierFacts Facts, string ActorText, string RawDetails, bool Emergency = false)
{
    /// <summary>What was shown of the Wegwijzer.</summary>
    public ShownOutcome Wegwijzer { get; init; } = ShownOutcome.None;
}
