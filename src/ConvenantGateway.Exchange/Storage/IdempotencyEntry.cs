using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The first answer to a push, kept 72 hours (design.md 3.4).</summary>
/// <param name="Caller">Who pushed.</param>
/// <param name="Key">The <c>Idempotency-Key</c> header, or <c>bundle:system|value</c>.</param>
/// <param name="RequestDigest">SHA-256 of the request body with its counterparty, lower-case hex.</param>
/// <param name="Transaction">The first transaction.</param>
/// <param name="Status">The first status.</param>
/// <param name="Response">The first response body; encrypted at rest.</param>
/// <param name="Expires">When it is forgotten.</param>
public sealed record IdempotencyEntry(PartnerId Caller, string Key, string RequestDigest, Guid Transaction, int Status, ReadOnlyMemory<byte> Response, DateTimeOffset Expires);
