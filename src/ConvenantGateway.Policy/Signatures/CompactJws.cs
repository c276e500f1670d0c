using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Policy;

/// <summary>A compact JWS (RFC 7515) of algorithm ES256 with its certificate in <c>x5c</c>. No other algorithm, no other key source: what the header says else is refused.</summary>
internal static class CompactJws
{
    private const int MaxLength = 16 * 1024;

    public static string Sign(ReadOnlySpan<byte> payload, X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("the certificate has no ECDSA private key", nameof(certificate));
        if (key.KeySize != 256)
        {
            throw new ArgumentException("ES256 needs a key on P-256", nameof(certificate));
        }

        var header = $$"""{"alg":"ES256","x5c":["{{Convert.ToBase64String(certificate.RawData)}}"]}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(payload)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Verifies the signature with the key of its own certificate; null if anything is wrong. Who the signer is and whether he is trusted is for the caller, who disposes the certificate.</summary>
    public static (byte[] Payload, X509Certificate2 Signer)? Verify(ReadOnlySpan<byte> text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(text).Trim().Split('.');
        if (parts.Length != 3 || !parts.All(p => p.Length > 0 && Base64Url.IsValid(p)) || Certificate(Base64Url.DecodeFromChars(parts[0])) is not { } signer)
        {
            return null;
        }

        if (IsSigned(parts, signer))
        {
            return (Base64Url.DecodeFromChars(parts[1]), signer);
        }

        signer.Dispose();
        return null;
    }

    private static bool IsSigned(string[] parts, X509Certificate2 signer)
    {
        try
        {
            var data = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            using var key = signer.GetECDsaPublicKey();
            return key is { KeySize: 256 } && key.VerifyData(data, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            // A certificate may parse and hold a point that is on no curve.
            return false;
        }
    }

    private static X509Certificate2? Certificate(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.EnumerateObject().Count() == 2
                && root.TryGetProperty("alg", out var alg) && alg.ValueEquals("ES256")
                && root.TryGetProperty("x5c", out var x5c) && x5c.ValueKind == JsonValueKind.Array && x5c.GetArrayLength() == 1
                ? X509CertificateLoader.LoadCertificate(x5c[0].GetBytesFromBase64())
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or CryptographicException)
        {
            return null;
        }
    }
}
