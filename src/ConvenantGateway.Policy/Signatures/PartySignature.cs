namespace ConvenantGateway.Policy;

/// <summary>The signature of one party of a covenant, verified. Immutable.</summary>
/// <param name="Partner">Whose.</param>
/// <param name="State">What it is worth.</param>
/// <param name="ValidUntil">Last instant of its certificate; null where none could be read.</param>
public sealed record PartySignature(PartnerId Partner, SignatureState State, DateTimeOffset? ValidUntil)
{
    /// <summary>Why it does not count, one phrase; empty if it does.</summary>
    public string Reason => State switch
    {
        SignatureState.Valid => "",
        SignatureState.Missing => "there is none",
        SignatureState.OtherText => "it is over something else",
        SignatureState.WrongSubject => "its certificate is of another subject",
        SignatureState.NotPinned => "its key is not pinned",
        SignatureState.Expired => "its certificate is not valid now",
        SignatureState.NotTrusted => "its certificate does not chain to an anchor",
        SignatureState.Revoked => "its certificate is revoked, or the revocation list is missing or stale",
        SignatureState.Broken => "it is not an unaltered compact JWS with `alg` ES256 and one certificate in `x5c`",
        _ => throw new InvalidOperationException($"unknown state {State}"),
    };
}
