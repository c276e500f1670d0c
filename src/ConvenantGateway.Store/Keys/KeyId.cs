using System.Security.Cryptography;

namespace ConvenantGateway.Store;

/// <summary>Names a key without telling anything of it: the first 16 bytes of SHA-256 over a label and the 32 random bytes. Pure; thread safe.</summary>
internal static class KeyId
{
    /// <summary>The id of a key.</summary>
    public static byte[] Of(ReadOnlySpan<byte> secret)
    {
        var label = "convenantgateway key id v1\0"u8;
        Span<byte> input = stackalloc byte[label.Length + 32];
        label.CopyTo(input);
        secret.CopyTo(input[label.Length..]);
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(input, digest);
        CryptographicOperations.ZeroMemory(input);
        return digest[..16].ToArray();
    }
}
