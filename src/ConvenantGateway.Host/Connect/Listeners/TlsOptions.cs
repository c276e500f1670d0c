namespace ConvenantGateway.Host.Connect;

/// <summary>Files of the TLS listeners. All four are mandatory.</summary>
internal sealed record TlsOptions
{
    /// <summary>PEM of the server certificate.</summary>
    public required string ServerCertificate { get; init; }

    /// <summary>PEM of its key.</summary>
    public required string ServerKey { get; init; }

    /// <summary>PEM of the anchors for client certificates.</summary>
    public required string Anchors { get; init; }

    /// <summary>PEM or DER of the revocation list of each anchor.</summary>
    public required string RevocationList { get; init; }
}
