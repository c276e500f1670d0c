using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Development.Stories;

/// <summary>Opens mutual TLS as one of the development names (design.md 3.6): its own certificate, and no trust but in <c>ca.crt</c>. Stateless.</summary>
public static class PartnerCertificates
{
    /// <summary>A handler that shows the certificate of <paramref name="name"/>. The caller disposes it.</summary>
    /// <param name="directory">The directory with <c>ca.crt</c> and <c>{name}.p12</c>.</param>
    /// <param name="name">A name of the development world, e.g. <c>ashg-noord</c>.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    public static SocketsHttpHandler Handler(string directory, string name)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(directory, "ca.crt"));
        var own = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(directory, $"{name}.p12"), "dev");
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = SslStreamCertificateContext.Create(own, null, offline: true),

                // The development list of revoked certificates names clients only, and is a file: the server's own certificate is not looked up.
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                    DisableCertificateDownloads = true,
                },
            },
        };
    }
}
