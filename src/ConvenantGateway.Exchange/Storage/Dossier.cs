using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The evidence behind a token: stands once, encrypted, beside the token's record; never in the token.</summary>
/// <param name="Id">The id that the token carries.</param>
/// <param name="Caller">Whose token.</param>
/// <param name="Json">UTF-8 JSON.</param>
/// <param name="Expires">When the token expires.</param>
public sealed record Dossier(Guid Id, PartnerId Caller, ReadOnlyMemory<byte> Json, DateTimeOffset Expires);
