using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>A compact JWS made by hand, with any header and any payload, rightly signed.</summary>
internal static class Jws
{
    public static string Of(string header, string payload, X509Certificate2 certificate)
    {
        var text = $"{Encoded(header)}.{Encoded(payload)}";
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";
    }

    public static string Header(byte[] certificate) => $$"""{"alg":"ES256","x5c":["{{Convert.ToBase64String(certificate)}}"]}""";

    public static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>The payload of a JWS that is right; null of any other.</summary>
    public static string? Payload(string jws)
    {
        var verified = CompactJws.Verify(Encoding.ASCII.GetBytes(jws));
        using var signer = verified?.Signer;
        return verified is { } right ? Encoding.UTF8.GetString(right.Payload) : null;
    }

    public static X509Certificate2 OnP384()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return new CertificateRequest("CN=p384", key, HashAlgorithmName.SHA256).CreateSelfSigned(TestSigners.Now.AddYears(-1), TestSigners.Now.AddYears(1));
    }

    /// <summary>Made once: a key of this kind takes long to find.</summary>
    public static X509Certificate2 Rsa { get; } = OfRsa();

    private static X509Certificate2 OfRsa()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=rsa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TestSigners.Now.AddYears(-1), TestSigners.Now.AddYears(1));
    }
}
