using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A token request by a partner whose certificate was verified.</summary>
/// <param name="Caller">The partner the certificate maps to.</param>
/// <param name="AuthorizationDetails">The raw parameter, or null.</param>
/// <param name="Scope">The raw parameter, or null.</param>
/// <param name="Transaction">The transaction id.</param>
/// <param name="TransactionIsClaimed">True if the caller chose the transaction id: a second use is a conflict.</param>
/// <param name="Trace">The traceparent, or empty.</param>
public sealed record TokenRequest(PartnerId Caller, string? AuthorizationDetails, string? Scope, Guid Transaction, string Trace, bool TransactionIsClaimed = false);
