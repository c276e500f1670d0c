using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Development.Certificates;

/// <summary>
/// A certificate authority for development and tests: one self-signed ECDSA P-256 root that issues leaves and a revocation list. Never used by a serving gateway.
/// Not thread safe; owns its certificate.
/// </summary>
public sealed class DevelopmentAuthority : IDisposable
{
    private const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2 _root;

    private DevelopmentAuthority(X509Certificate2 root) => _root = root;

    /// <summary>The root, with its private key.</summary>
    public X509Certificate2 Root => _root;

    /// <summary>Makes a root with a new key.</summary>
    /// <param name="commonName">Its common name.</param>
    /// <param name="notBefore">First instant of validity; no leaf may be older.</param>
    /// <param name="notAfter">Last instant of validity.</param>
    public static DevelopmentAuthority Create(string commonName, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}, O=ConvenantGateway Development, C=NL", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return new DevelopmentAuthority(request.CreateSelfSigned(notBefore, notAfter));
    }

    /// <summary>Issues a leaf with a new P-256 key. The caller disposes it.</summary>
    /// <returns>The certificate with its private key.</returns>
    public X509Certificate2 Issue(CertificateRequestProfile profile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(profile.Subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(Usages(profile), false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        if (profile.ForServer)
        {
            request.CertificateExtensions.Add(LoopbackNames());
        }

        using var bare = request.Create(_root, profile.NotBefore, profile.NotAfter, Serial());
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>Signs a revocation list.</summary>
    /// <param name="revoked">The certificates on it.</param>
    /// <param name="from">Its thisUpdate.</param>
    /// <param name="nextUpdate">From then on it is stale.</param>
    /// <returns>DER.</returns>
    public byte[] RevocationList(IEnumerable<X509Certificate2> revoked, DateTimeOffset from, DateTimeOffset nextUpdate)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
        {
            list.AddEntry(certificate, from);
        }

        return list.Build(_root, from.ToUnixTimeSeconds(), nextUpdate, HashAlgorithmName.SHA256, thisUpdate: from);
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();

    private static OidCollection Usages(CertificateRequestProfile profile)
    {
        var usages = new OidCollection();
        if (profile.ForClient)
        {
            usages.Add(new Oid(ClientAuth));
        }

        if (profile.ForServer || !profile.ForClient)
        {
            usages.Add(new Oid(ServerAuth));
        }

        return usages;
    }

    private static X509Extension LoopbackNames()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        return names.Build();
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
