using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Policy;

/// <summary>The text of a witness's verifier key (C2SP tlog-cosignature): <c>name+hash+base64</c> of type 4 and 32 bytes of an Ed25519 key, where the hash is that of name and key. Pure; thread safe.</summary>
public static class WitnessKeyText
{
    private const byte Algorithm = 4;

    /// <summary>Writes the text of a key.</summary>
    /// <param name="name">The key's name, without spaces and plus signs.</param>
    /// <param name="publicKey">32 bytes.</param>
    public static string Of(string name, ReadOnlySpan<byte> publicKey) => $"{name}+{Hash(name, publicKey)}+{Convert.ToBase64String([Algorithm, .. publicKey])}";

    /// <summary>True for a well-formed text whose hash is right.</summary>
    public static bool IsValid(string text)
    {
        var parts = text.Split('+', 3);
        Span<byte> bytes = stackalloc byte[64];
        return parts.Length == 3 && parts[0].Length > 0 && !parts[0].AsSpan().ContainsAny(" \n\r\t")
            && Convert.TryFromBase64String(parts[2], bytes, out var written) && written == 33 && bytes[0] == Algorithm
            && text == Of(parts[0], bytes[1..33]);
    }

    /// <summary>The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x04 ‖ public key), lower-case hex.</summary>
    public static string Hash(string name, ReadOnlySpan<byte> publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0x0A, Algorithm, .. publicKey]).AsSpan(0, 4));
}
