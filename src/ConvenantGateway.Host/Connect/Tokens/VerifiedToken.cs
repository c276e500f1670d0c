using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Connect;

/// <summary>A token whose signature, issuer and certificate binding hold.</summary>
/// <param name="Grant">What it says.</param>
/// <param name="Expires">Until when.</param>
internal sealed record VerifiedToken(ExchangeGrant Grant, DateTimeOffset Expires);
