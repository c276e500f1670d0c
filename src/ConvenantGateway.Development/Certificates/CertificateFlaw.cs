namespace ConvenantGateway.Development.Certificates;

/// <summary>What is wrong with a certificate that is made to be refused.</summary>
public enum CertificateFlaw : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its period is over.</summary>
    Expired,

    /// <summary>Issued by an authority that is no anchor.</summary>
    UnknownAuthority,

    /// <summary>Its extended key usage is serverAuth only.</summary>
    NoClientUsage,

    /// <summary>It stands on the revocation list.</summary>
    Revoked,
}
