using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A counterparty as <c>policies/partners/&lt;id&gt;.yaml</c> and the overlay's pins describe it. Immutable.</summary>
public sealed record Partner
{
    /// <summary>The slug.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>The kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>The organisation's name on screens and in answers, e.g. <c>ASHG Noord</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The certificate subject as RFC 4514 text; compared ordinally.</summary>
    public required string CertificateSubject { get; init; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, lower-case hex; empty where no overlay pins a key: then no connection maps to this partner.</summary>
    public ImmutableArray<string> KeyPins { get; init; } = [];

    /// <summary>The verifier key with which this partner co-signs checkpoints (C2SP tlog-cosignature, <c>name+hash+base64</c>); null for no witness.</summary>
    public string? WitnessKey { get; init; }

    /// <summary>First day as a party; the default means always.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day as a party; null for open. A partner that left keeps its file and is nobody from the day after.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>True if the partner was suspended by the operator: refused at once, whatever its term.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The partner keeps a register on this node.</summary>
    public bool HasRegister { get; init; }

    /// <summary>True if this partner signed the manifest in force for the covenant. Without it the partner is nobody as a counterparty.</summary>
    public bool HasSigned { get; init; }

    /// <summary>The public telephone number.</summary>
    public required string Telephone { get; init; }

    /// <summary>The function that answers it, e.g. <c>dienstdoend medewerker</c>.</summary>
    public required string ContactFunction { get; init; }

    /// <summary>Keyed-hash inputs are made of these by the operator at intake: addresses and numbers that are D05 whatever their label (development overlay only).</summary>
    public ImmutableArray<string> ShelterAddressHashes { get; init; } = [];

    /// <summary>On a partner whose kind no longer exists at the law date: who took its place, e.g. <c>veilig-thuis-noord</c>.</summary>
    public PartnerId? SucceededBy { get; init; }
}
