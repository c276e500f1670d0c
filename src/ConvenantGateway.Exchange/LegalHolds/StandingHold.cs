namespace ConvenantGateway.Exchange;

/// <summary>A hold that stops erasures. Immutable.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Person">The person's blind value for the organisation, lower-case hex: the store knows no more of who it is.</param>
/// <param name="Reason">Why: a code, e.g. <c>zaak-2026-17</c>.</param>
/// <param name="Since">When it was recorded, UTC; null if that cannot be told of a hold that an earlier build laid.</param>
/// <param name="Until">The last day.</param>
/// <param name="By">Who laid it: an officer's or operator's slug.</param>
public sealed record StandingHold(Guid Id, string Person, string Reason, DateTimeOffset? Since, DateOnly Until, string By);
