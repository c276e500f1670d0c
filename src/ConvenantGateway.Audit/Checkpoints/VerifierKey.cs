using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ConvenantGateway.Audit;

/// <summary>An Ed25519 verifier key (C2SP signed-note): <c>name+hash+base64</c>. Immutable, thread safe.</summary>
public sealed class VerifierKey
{
    private const byte Ed25519Algorithm = 1;
    private readonly Ed25519PublicKeyParameters _key;

    /// <summary>Makes a key from its parts.</summary>
    /// <param name="name">The key's name: the log's origin; without spaces and plus signs.</param>
    /// <param name="publicKey">32 bytes.</param>
    public VerifierKey(string name, ReadOnlySpan<byte> publicKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.AsSpan().ContainsAny(" +\n\r\t"))
        {
            throw new ArgumentException("a key name has no spaces and no plus signs", nameof(name));
        }

        Name = name;
        _key = new Ed25519PublicKeyParameters(publicKey.ToArray());
        PublicKey = publicKey.ToArray();
        var nameLength = Encoding.UTF8.GetByteCount(name);
        var input = new byte[nameLength + 2 + publicKey.Length];
        Encoding.UTF8.GetBytes(name, input);
        input[nameLength] = 0x0A;
        input[nameLength + 1] = Ed25519Algorithm;
        publicKey.CopyTo(input.AsSpan(nameLength + 2));
        KeyId = SHA256.HashData(input).AsMemory(0, 4);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The 32 bytes of the public key.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>Parses <c>name+hash+base64</c>; false for anything else, and where the hash is not that of the key.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        var parts = (text ?? "").Split('+', 3);
        if (parts.Length != 3 || parts[0].Length == 0 || parts[0].AsSpan().ContainsAny(" \n\r\t"))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[64];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var written) || written != 33 || bytes[0] != Ed25519Algorithm)
        {
            return false;
        }

        try
        {
            key = new VerifierKey(parts[0], bytes[1..33]);
        }
        catch (ArgumentException)
        {
            return false;
        }

        if (uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
            && parts[1].Equals(Convert.ToHexStringLower(key.KeyId.Span), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        key = null;
        return false;
    }

    /// <summary>True if the signature is this key's over the message.</summary>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">64 bytes.</param>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Ed25519.SignatureSize)
        {
            return false;
        }

        return _key.Verify(Ed25519.Algorithm.Ed25519, null, message.ToArray(), 0, message.Length, signature.ToArray(), 0);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var body = new byte[33];
        body[0] = Ed25519Algorithm;
        PublicKey.Span.CopyTo(body.AsSpan(1));
        return $"{Name}+{Convert.ToHexStringLower(KeyId.Span)}+{Convert.ToBase64String(body)}";
    }
}
