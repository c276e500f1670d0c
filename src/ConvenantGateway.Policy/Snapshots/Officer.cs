using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A person on the console (8444) as <c>policies/officers/&lt;id&gt;.yaml</c> describes it. Immutable.</summary>
public sealed record Officer
{
    /// <summary>The slug, e.g. <c>fg-ashg-noord</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name on screen.</summary>
    public required string Name { get; init; }

    /// <summary>The partner whose records this person sees; default for the supervisor and the operator.</summary>
    public required PartnerId Organisation { get; init; }

    /// <summary>What the person may do.</summary>
    public required OfficerRole Role { get; init; }

    /// <summary>The certificate subject as RFC 4514 text; compared ordinally.</summary>
    public required string CertificateSubject { get; init; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, lower-case hex.</summary>
    public ImmutableArray<string> KeyPins { get; init; } = [];

    /// <summary>The verifier key with which this person co-signs checkpoints (C2SP tlog-cosignature, <c>name+hash+base64</c>); null for no witness.</summary>
    public string? WitnessKey { get; init; }
}
