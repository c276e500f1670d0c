using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConvenantGateway.Development.Certificates;

/// <summary>The pin of a key as partner and officer files carry it.</summary>
public static class KeyPin
{
    /// <summary>SHA-256 of the certificate's SubjectPublicKeyInfo, lower-case hex.</summary>
    public static string Of(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
}
