namespace ConvenantGateway.Exchange;

/// <summary>The outcome of a token request before its answer is written. Hand it back to <see cref="ITokenGrants.RecordAsync"/> with the answer's bytes. Exactly one of grant and refusal is set.</summary>
public sealed class TokenEvaluation
{
    internal TokenEvaluation(TokenRequest request, ExchangeGrant? grant, string tokenDetails, TokenRefusal? refusal, object state)
    {
        Request = request;
        Grant = grant;
        TokenDetails = tokenDetails;
        Refusal = refusal;
        State = state;
    }

    /// <summary>The request.</summary>
    public TokenRequest Request { get; }

    /// <summary>What the token may say; null if refused.</summary>
    public ExchangeGrant? Grant { get; }

    /// <summary>The JSON array for the token's <c>authorization_details</c> claim and the token response: no names, no evidence, no weighing. Empty if refused.</summary>
    public string TokenDetails { get; }

    /// <summary>Why it is refused; null if granted.</summary>
    public TokenRefusal? Refusal { get; }

    internal object State { get; }
}
