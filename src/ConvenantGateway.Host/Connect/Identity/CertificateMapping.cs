using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.Connect;

/// <summary>Maps a certificate to a partner or an officer by subject <em>and</em> key pin. Pure.</summary>
internal static class CertificateMapping
{
    /// <summary>The partner whose file and pin the certificate matches; null for nobody. It may have left or not have signed: the caller checks.</summary>
    public static Partner? Partner(PolicySnapshot snapshot, ConnectionCertificate certificate) =>
        snapshot.Partners.Values.FirstOrDefault(p => IsOf(p, certificate));

    /// <summary>True if the certificate is this partner's.</summary>
    public static bool IsOf(Partner partner, ConnectionCertificate certificate) =>
        partner.CertificateSubject == certificate.Subject && partner.KeyPins.Contains(certificate.KeyPin);

    /// <summary>The officer; null for nobody.</summary>
    public static Officer? Officer(PolicySnapshot snapshot, ConnectionCertificate certificate) =>
        snapshot.Officers.Values.FirstOrDefault(o => o.CertificateSubject == certificate.Subject && o.KeyPins.Contains(certificate.KeyPin));
}
