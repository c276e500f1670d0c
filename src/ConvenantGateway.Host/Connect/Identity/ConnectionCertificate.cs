using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Buffers.Text;

namespace ConvenantGateway.Host.Connect;

/// <summary>What a connection's client certificate says, computed once per connection. Immutable.</summary>
/// <param name="Subject">RFC 4514 text as .NET writes it.</param>
/// <param name="KeyPin">SHA-256 of the SubjectPublicKeyInfo, lower-case hex.</param>
/// <param name="Thumbprint">SHA-256 of the DER, base64url (<c>x5t#S256</c>).</param>
/// <param name="NotAfter">When it expires, UTC: a long connection does not outlive it.</param>
internal sealed record ConnectionCertificate(string Subject, string KeyPin, string Thumbprint, DateTimeOffset NotAfter)
{
    /// <summary>Reads a certificate.</summary>
    public static ConnectionCertificate Of(X509Certificate2 certificate) => new(
        certificate.SubjectName.Name,
        Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo())),
        Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span)),
        certificate.NotAfter.ToUniversalTime());
}
