using System.Diagnostics.CodeAnalysis;

namespace ConvenantGateway.Audit;

/// <summary>An Ed25519 verifier key (C2SP signed-note): <c>name+hash+base64</c>. Immutable, thread safe.</summary>
public sealed class VerifierKey
{
    private const byte Ed25519Algorithm = 1;
    private readonly Ed25519PublicKey _key;

    /// <summary>Makes a key from its parts.</summary>
    /// <param name="name">The key's name: the log's origin; without spaces and plus signs.</param>
    /// <param name="publicKey">32 bytes.</param>
    public VerifierKey(string name, ReadOnlySpan<byte> publicKey)
    {
        KeyId = NoteKeyText.IdOf(name, Ed25519Algorithm, publicKey);
        Name = name;
        PublicKey = publicKey.ToArray();
        _key = new Ed25519PublicKey(publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The 32 bytes of the public key.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>Parses <c>name+hash+base64</c>; false for anything else, and where the hash is not that of the key. Nothing verifies under 32 bytes that are no point of the curve.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        if (!NoteKeyText.TryParse(text, Ed25519Algorithm, out var name, out var publicKey))
        {
            return false;
        }

        key = new VerifierKey(name, publicKey);
        return true;
    }

    /// <summary>True if the signature is this key's over the message.</summary>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">64 bytes.</param>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => _key.Verify(message, signature);

    /// <inheritdoc/>
    public override string ToString() => NoteKeyText.Of(Name, Ed25519Algorithm, KeyId, PublicKey);
}
