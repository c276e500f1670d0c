using System.Collections.Immutable;

namespace ConvenantGateway.Development.Certificates;

/// <summary>Who exists in the development world. The ids are fixed; subjects are what <c>policies/partners</c> and <c>policies/officers</c> compare with.</summary>
public static class DevelopmentNames
{
    /// <summary>The partners of region <c>noord</c>.</summary>
    public static ImmutableArray<DevelopmentName> Partners { get; } =
    [
        new("ziekenhuis-noord", "Ziekenhuis Noord", DevelopmentNameKind.Partner),
        new("huisarts-noord", "Huisarts Noord", DevelopmentNameKind.Partner),
        new("politie-noord", "Politie Noord", DevelopmentNameKind.Partner),
        new("ashg-noord", "ASHG Noord", DevelopmentNameKind.Partner),
        new("amk-noord", "AMK Noord", DevelopmentNameKind.Partner),
        new("veilig-thuis-noord", "Veilig Thuis Noord", DevelopmentNameKind.Partner),
        new("vrouwenopvang-noord", "Vrouwenopvang Noord", DevelopmentNameKind.Partner),
        new("reclassering-noord", "Reclassering Noord", DevelopmentNameKind.Partner),
        new("gemeente-noord", "Gemeente Noord", DevelopmentNameKind.Partner),
        new("om-noord", "Openbaar Ministerie Noord", DevelopmentNameKind.Partner),
        new("rvdk-noord", "Raad voor de Kinderbescherming Noord", DevelopmentNameKind.Partner),
    ];

    /// <summary>The persons of the console.</summary>
    public static ImmutableArray<DevelopmentName> Officers { get; } =
    [
        new("fg-ziekenhuis-noord", "Ziekenhuis Noord", DevelopmentNameKind.Officer),
        new("fg2-ziekenhuis-noord", "Ziekenhuis Noord", DevelopmentNameKind.Officer),
        new("fg-ashg-noord", "ASHG Noord", DevelopmentNameKind.Officer),
        new("fg2-ashg-noord", "ASHG Noord", DevelopmentNameKind.Officer),
        new("pf-politie-noord", "Politie Noord", DevelopmentNameKind.Officer),
        new("toezicht-cbp", "College bescherming persoonsgegevens", DevelopmentNameKind.Officer),
        new("beheer-noord", "Beheer Noord", DevelopmentNameKind.Officer),
        new("cw-ashg-noord", "ASHG Noord", DevelopmentNameKind.Officer),
        new("cw-vrouwenopvang-noord", "Vrouwenopvang Noord", DevelopmentNameKind.Officer),
    ];

    /// <summary>The bad ones: four with a flaw in the certificate, one that left, one that has not signed.</summary>
    public static ImmutableArray<DevelopmentName> Bad { get; } =
    [
        new("bad-expired", "Bad Expired", DevelopmentNameKind.Nobody, CertificateFlaw.Expired),
        new("bad-unknown-ca", "Bad Unknown CA", DevelopmentNameKind.Nobody, CertificateFlaw.UnknownAuthority),
        new("bad-no-client-eku", "Bad No Client EKU", DevelopmentNameKind.Nobody, CertificateFlaw.NoClientUsage),
        new("bad-revoked", "Bad Revoked", DevelopmentNameKind.Nobody, CertificateFlaw.Revoked),
        new("bad-suspended", "Bad Suspended", DevelopmentNameKind.Partner),
        new("bad-unsigned", "Bad Unsigned", DevelopmentNameKind.Partner),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<DevelopmentName> All { get; } = [.. Partners, .. Officers, .. Bad];

    /// <summary>The name that signs as operator.</summary>
    public const string Operator = "beheer-noord";

    /// <summary>The partner that never signs a covenant.</summary>
    public const string NeverSigns = "bad-unsigned";
}
