namespace ConvenantGateway.Development.Certificates;

/// <summary>What a leaf certificate of a <see cref="DevelopmentAuthority"/> says. Immutable.</summary>
public sealed record CertificateRequestProfile
{
    /// <summary>The subject, e.g. <c>CN=ashg-noord, O=ASHG Noord, C=NL</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>First instant of validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last instant of validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Extended key usage clientAuth.</summary>
    public bool ForClient { get; init; } = true;

    /// <summary>Extended key usage serverAuth, with the loopback names as subject alternative names.</summary>
    public bool ForServer { get; init; }
}
