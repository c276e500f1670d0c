namespace ConvenantGateway.Policy;

/// <summary>What a run is about. Immutable.</summary>
/// <param name="Recipient">The kind of the receiver.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="LawDate">The date whose law applies.</param>
public sealed record WegwijzerCase(PartyKind Recipient, Purpose Purpose, DateOnly LawDate);
