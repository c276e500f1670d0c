namespace ConvenantGateway.Policy;

/// <summary>What a party's signature under the covenant is worth. Only <see cref="Valid"/> counts.</summary>
public enum SignatureState : byte
{
    /// <summary>There is no signature.</summary>
    Missing = 0,

    /// <summary>It is right: over this covenant, this manifest, by this partner, with a pinned key and a certificate that is valid now.</summary>
    Valid = 1,

    /// <summary>It is over something else: another manifest, covenant or partner.</summary>
    OtherText = 2,

    /// <summary>Its certificate is of another subject.</summary>
    WrongSubject = 3,

    /// <summary>Its key is none of the partner's pins.</summary>
    NotPinned = 4,

    /// <summary>Its certificate is not valid now.</summary>
    Expired = 5,

    /// <summary>Its certificate does not chain to an anchor.</summary>
    NotTrusted = 6,

    /// <summary>Its certificate was revoked, or nobody can say that it was not.</summary>
    Revoked = 7,

    /// <summary>It is no compact JWS of ES256 with one certificate, or its bytes were changed.</summary>
    Broken = 8,
}
