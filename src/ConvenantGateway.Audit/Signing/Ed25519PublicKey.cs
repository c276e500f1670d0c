using NSec.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>An Ed25519 public key. Immutable, thread safe.</summary>
internal sealed class Ed25519PublicKey
{
    /// <summary>The length of a signature in bytes.</summary>
    public const int SignatureSize = 64;

    private readonly PublicKey _key;

    /// <summary>Makes a key.</summary>
    /// <param name="bytes">32 bytes. Nothing verifies under bytes that are no point of the curve.</param>
    /// <exception cref="FormatException">Another length.</exception>
    public Ed25519PublicKey(ReadOnlySpan<byte> bytes) => _key = PublicKey.Import(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey);

    /// <summary>True if the signature is this key's over the message; false for any other length too.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(_key, message, signature);
}
