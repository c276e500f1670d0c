using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>The text of an Ed25519 key of C2SP notes, <c>name+hash+base64</c>: the algorithm's byte tells a log's key from a witness's. Pure; thread safe.</summary>
internal static class NoteKeyText
{
    private const int KeySize = 32;

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ public key).</summary>
    /// <exception cref="ArgumentException">The name is empty, or has spaces or plus signs.</exception>
    public static ReadOnlyMemory<byte> IdOf(string name, byte algorithm, ReadOnlySpan<byte> publicKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.AsSpan().ContainsAny(" +\n\r\t"))
        {
            throw new ArgumentException("a key name has no spaces and no plus signs", nameof(name));
        }

        byte[] input = [.. Encoding.UTF8.GetBytes(name), 0x0A, algorithm, .. publicKey];
        return SHA256.HashData(input).AsMemory(0, 4);
    }

    /// <summary>The text.</summary>
    public static string Of(string name, byte algorithm, ReadOnlyMemory<byte> id, ReadOnlyMemory<byte> publicKey) =>
        $"{name}+{Convert.ToHexStringLower(id.Span)}+{Convert.ToBase64String([algorithm, .. publicKey.Span])}";

    /// <summary>Reads a text; false for anything else, for another algorithm, and where the hash is not that of the key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, byte algorithm, out string name, out byte[] publicKey)
    {
        (name, publicKey) = ("", []);
        var parts = (text ?? "").Split('+', 3);
        Span<byte> bytes = stackalloc byte[64];
        if (parts.Length != 3 || parts[0].Length == 0 || parts[0].AsSpan().ContainsAny(" \n\r\t")
            || !Convert.TryFromBase64String(parts[2], bytes, out var written) || written != KeySize + 1 || bytes[0] != algorithm
            || Convert.ToBase64String(bytes[..written]) != parts[2])
        {
            return false;
        }

        (name, publicKey) = (parts[0], bytes[1..written].ToArray());
        return uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
            && parts[1].Equals(Convert.ToHexStringLower(IdOf(name, algorithm, publicKey).Span), StringComparison.OrdinalIgnoreCase);
    }
}
