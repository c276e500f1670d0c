using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Host.Connect;

/// <summary>What the handshakes trust and show: server certificate, anchors, revocation lists. Immutable; reload makes a new one.</summary>
internal sealed class TlsMaterial
{
    /// <summary>Loads everything; fails loudly if a part is missing or broken.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A file is not a certificate or key.</exception>
    /// <exception cref="InvalidDataException">No anchors, or a revocation list that no anchor signed.</exception>
    public TlsMaterial(TlsOptions options)
    {
        Anchors = [];
        Anchors.ImportFromPemFile(options.Anchors);
        if (Anchors.Count == 0)
        {
            throw new InvalidDataException("the anchors file holds no certificate");
        }

        using var pem = X509Certificate2.CreateFromPemFile(options.ServerCertificate, options.ServerKey);
        var server = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pfx), null);
        var trust = SslCertificateTrust.CreateForX509Collection(Anchors, sendTrustInHandshake: true);
        ServerContext = SslStreamCertificateContext.Create(server, null, offline: true, trust);
        Revocation = new RevocationLists(File.ReadAllBytes(options.RevocationList), Anchors);
    }

    /// <summary>Our own anchors; never the system store.</summary>
    public X509Certificate2Collection Anchors { get; }

    /// <summary>The server certificate, built once.</summary>
    public SslStreamCertificateContext ServerContext { get; }

    /// <summary>The revocation lists.</summary>
    public RevocationLists Revocation { get; }
}
