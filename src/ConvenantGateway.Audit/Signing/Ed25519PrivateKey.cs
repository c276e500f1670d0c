using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>An Ed25519 private key (RFC 8032 section 5.1.5), kept in memory that libsodium guards. Immutable, thread safe.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A signer lives as long as the node; the handle in the key wipes and frees its memory when nothing refers to it.")]
internal sealed class Ed25519PrivateKey
{
    private readonly Key _key;

    /// <summary>Makes a key.</summary>
    /// <param name="seed">32 bytes.</param>
    /// <exception cref="FormatException">Another length.</exception>
    public Ed25519PrivateKey(ReadOnlySpan<byte> seed) => _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);

    /// <summary>The 32 bytes of the public key.</summary>
    public byte[] PublicKey() => _key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>Signs. The same message gets the same signature.</summary>
    /// <param name="message">What is signed.</param>
    /// <param name="signature">Gets the signature: 64 bytes.</param>
    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature) => SignatureAlgorithm.Ed25519.Sign(_key, message, signature);
}
