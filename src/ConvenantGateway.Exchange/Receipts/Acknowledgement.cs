using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A caller's signed statement that it holds the answer of an exchange with this very digest. Immutable.</summary>
/// <param name="Caller">Who made the exchange and signed.</param>
/// <param name="Exchange">What it speaks of.</param>
/// <param name="Statement">The compact JWS (RFC 7515), as it was sent.</param>
/// <param name="At">When it was received, UTC, to the millisecond.</param>
public sealed record Acknowledgement(PartnerId Caller, RecordedExchange Exchange, string Statement, DateTimeOffset At);
