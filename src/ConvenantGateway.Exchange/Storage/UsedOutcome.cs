using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>An outcome of the Wegwijzer that was used as evidence. It counts once.</summary>
/// <param name="Caller">Who used it.</param>
/// <param name="Id">The outcome's id.</param>
/// <param name="Expires">From when it would not count anyway.</param>
public sealed record UsedOutcome(PartnerId Caller, Guid Id, DateTimeOffset Expires);
