using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>One call of a partner as the front door hands it over: who, to whom, with what token, under which policy. Immutable.</summary>
public sealed record ExchangeCall
{
    /// <summary>The partner the certificate maps to.</summary>
    public required PartnerId Caller { get; init; }

    /// <summary>The counterparty of the path.</summary>
    public required PartnerId Counterparty { get; init; }

    /// <summary>The verified token; null where only a certificate is needed.</summary>
    public ExchangeGrant? Grant { get; init; }

    /// <summary>The transaction id.</summary>
    public required Guid Transaction { get; init; }

    /// <summary>True if the caller chose the transaction id: it is then claimed, and a second use is refused.</summary>
    public bool TransactionIsClaimed { get; init; }

    /// <summary>The <c>traceparent</c>, or empty.</summary>
    public string Trace { get; init; } = "";

    /// <summary>When the request arrived, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The policy set this call began with and keeps.</summary>
    public required ActivePolicy Policy { get; init; }

    /// <summary>The date whose law applies.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>The base of the counterparty's FHIR address, e.g. <c>https://localhost:8443/ashg-noord/fhir</c>.</summary>
    public required string FhirBase { get; init; }

    /// <summary>True for the caller's own register and inbox (rule SELF).</summary>
    public bool IsOwn => Caller == Counterparty;
}
