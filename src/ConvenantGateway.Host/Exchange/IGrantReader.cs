using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Exchange;

/// <summary>Reads the bearer token of a request.</summary>
internal interface IGrantReader
{
    /// <summary>The grant of a token that is valid for this connection's certificate and partner; else the refusal.</summary>
    ValueTask<(ExchangeGrant? Grant, ExchangeRefusal? Refusal)> ReadAsync(HttpContext context);
}
