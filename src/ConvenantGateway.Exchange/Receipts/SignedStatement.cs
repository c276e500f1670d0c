using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>
/// A compact JWS (RFC 7515) that must be signed with the key of the connection's own certificate: the header names the algorithm of that very kind of key (ES256; RS256 or PS256 from 2,048 bits) and no other key
/// counts, whatever else it names. <c>crit</c> is refused, for we know no extension. Pure; thread safe.
/// </summary>
internal static class SignedStatement
{
    /// <summary>The longest statement, in bytes.</summary>
    public const int MaxLength = 8 * 1024;

    private const int MinRsaBits = 2048;

    /// <summary>Splits a statement; null if it is none.</summary>
    public static (string[] Parts, string Algorithm, byte[] Payload)? Read(ReadOnlySpan<byte> statement)
    {
        if (statement.Length is 0 or > MaxLength || statement.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(statement).Split('.');
        return parts.Length == 3 && parts.All(static p => p.Length > 0 && Base64Url.IsValid(p) && !p.Contains('=', StringComparison.Ordinal)) && Algorithm(Base64Url.DecodeFromChars(parts[0])) is { } algorithm
            ? (parts, algorithm, Base64Url.DecodeFromChars(parts[1]))
            : null;
    }

    /// <summary>True if the certificate's key signed it with the algorithm that it names.</summary>
    public static bool IsSignedBy(string[] parts, string algorithm, X509Certificate2 certificate)
    {
        var data = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Base64Url.DecodeFromChars(parts[2]);
        try
        {
            using var ec = certificate.GetECDsaPublicKey();
            using var rsa = certificate.GetRSAPublicKey();
            return algorithm switch
            {
                "ES256" => ec is { KeySize: 256 } && ec.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
                "RS256" => rsa is { KeySize: >= MinRsaBits } && rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                "PS256" => rsa is { KeySize: >= MinRsaBits } && rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            // A certificate may parse and hold a point that is on no curve.
            return false;
        }
    }

    private static string? Algorithm(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("crit"u8, out _)
                && json.RootElement.TryGetProperty("alg"u8, out var alg) && alg.ValueKind == JsonValueKind.String
                ? alg.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
