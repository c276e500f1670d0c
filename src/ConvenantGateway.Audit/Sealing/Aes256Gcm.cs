using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) of the many short values of a log, each under another key: the platform sets up more per key than a kilobyte takes to encrypt. libsodium where it has the processor's
/// instructions and agrees with the platform, and for short inputs; else the platform. The same bytes either way. Pure; thread safe.
/// </summary>
public static class Aes256Gcm
{
    /// <summary>The length of a nonce, in bytes.</summary>
    public const int NonceSize = 12;

    /// <summary>The length of a tag, in bytes.</summary>
    public const int TagSize = 16;

    private const int KeySize = 32;
    private const int Long = 16 * 1024;

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="nonce">12 bytes, never used before with this key.</param>
    /// <param name="plain">Any bytes.</param>
    /// <param name="cipher">Gets as many bytes.</param>
    /// <param name="tag">Gets 16 bytes.</param>
    /// <param name="bound">What the tag covers too.</param>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag, ReadOnlySpan<byte> bound)
    {
        Check(key, nonce, plain.Length, cipher.Length, tag.Length);
        if (IsNative(plain.Length, bound.Length))
        {
            NativeAes256Gcm.Encrypt(key, nonce, plain, cipher, tag, bound);
            return;
        }

        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, bound);
    }

    /// <summary>Decrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="nonce">12 bytes.</param>
    /// <param name="cipher">The encrypted bytes.</param>
    /// <param name="tag">16 bytes.</param>
    /// <param name="plain">Gets as many bytes as there are encrypted ones; zeros if it throws.</param>
    /// <param name="bound">What the tag covers too.</param>
    /// <exception cref="AuthenticationTagMismatchException">The tag is not theirs: another key, or changed bytes.</exception>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> bound)
    {
        Check(key, nonce, plain.Length, cipher.Length, tag.Length);
        if (!IsNative(cipher.Length, bound.Length))
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(nonce, cipher, tag, plain, bound);
        }
        else if (!NativeAes256Gcm.TryDecrypt(key, nonce, cipher, tag, plain, bound))
        {
            plain.Clear();
            throw new AuthenticationTagMismatchException();
        }
    }

    private static bool IsNative(int length, int bound) => NativeAes256Gcm.IsAvailable && length is > 0 and <= Long && bound <= Long;

    private static void Check(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, int plain, int cipher, int tag)
    {
        if (key.Length != KeySize || nonce.Length != NonceSize || plain != cipher || tag != TagSize)
        {
            throw new ArgumentException("AES-256-GCM takes a key of 32 bytes, a nonce of 12, a tag of 16, and as many encrypted bytes as plain ones");
        }
    }
}
