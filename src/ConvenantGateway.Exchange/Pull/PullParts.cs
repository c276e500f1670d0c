namespace ConvenantGateway.Exchange;

/// <summary>What every pull needs. Thread safe.</summary>
/// <param name="Resources">The registers.</param>
/// <param name="Evidence">Reads what the token rests on.</param>
/// <param name="Guard">Passes what leaves.</param>
public sealed record PullParts(IResourceStore Resources, EvidenceOfToken Evidence, SafeContactGuard Guard);
