using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// <c>crypto_aead_aes256gcm_*_detached</c> of libsodium. Its maker's wrapper keeps every key in guarded memory, which takes longer than the platform's cipher; these are used once and come
/// from ordinary memory. Spans have the lengths that <see cref="Aes256Gcm"/> checks. Thread safe.
/// </summary>
internal static unsafe partial class NativeAes256Gcm
{
    /// <summary>True where the library and the processor have it, and it agrees with the platform's.</summary>
    public static bool IsAvailable { get; } = NativeSodium.IsAvailable && Agrees();

    /// <summary>Encrypts. Short inputs only: the call holds up the garbage collector.</summary>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag, ReadOnlySpan<byte> bound)
    {
        fixed (byte* k = key, n = nonce, m = plain, c = cipher, t = tag, b = bound)
        {
            if (EncryptDetached(c, t, null, m, (ulong)plain.Length, b, (ulong)bound.Length, null, n, k) != 0)
            {
                throw new CryptographicException("AES-256-GCM failed");
            }
        }
    }

    /// <summary>Decrypts; false if the tag is not theirs.</summary>
    public static bool TryDecrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> bound)
    {
        fixed (byte* k = key, n = nonce, c = cipher, m = plain, t = tag, b = bound)
        {
            return DecryptDetached(m, null, c, (ulong)cipher.Length, t, b, (ulong)bound.Length, n, k) == 0;
        }
    }

    // What fails here is not used; it must not keep the log from starting.
    private static bool Agrees()
    {
        try
        {
            if (IsSupported() != 1)
            {
                return false;
            }

            var input = new byte[300];
            RandomNumberGenerator.Fill(input);
            ReadOnlySpan<byte> key = input.AsSpan(0, 32);
            ReadOnlySpan<byte> nonce = input.AsSpan(32, Aes256Gcm.NonceSize);
            ReadOnlySpan<byte> bound = input.AsSpan(44, 21);
            ReadOnlySpan<byte> plain = input.AsSpan(65);
            Span<byte> ours = new byte[plain.Length + Aes256Gcm.TagSize];
            Span<byte> theirs = new byte[ours.Length];
            Span<byte> back = new byte[plain.Length];
            Encrypt(key, nonce, plain, ours[..plain.Length], ours[plain.Length..], bound);
            using var platform = new AesGcm(key, Aes256Gcm.TagSize);
            platform.Encrypt(nonce, plain, theirs[..plain.Length], theirs[plain.Length..], bound);
            return ours.SequenceEqual(theirs) && TryDecrypt(key, nonce, ours[..plain.Length], ours[plain.Length..], back, bound) && back.SequenceEqual(plain)
                && !TryDecrypt(key, nonce, ours[..plain.Length], ours[plain.Length..], back, bound[1..]);
        }
        catch (Exception e) when (e is CryptographicException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport(NativeSodium.Name, EntryPoint = "crypto_aead_aes256gcm_is_available")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int IsSupported();

    [LibraryImport(NativeSodium.Name, EntryPoint = "crypto_aead_aes256gcm_encrypt_detached")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial int EncryptDetached(byte* cipher, byte* tag, ulong* tagLength, byte* plain, ulong plainLength, byte* bound, ulong boundLength, byte* secretNonce, byte* nonce, byte* key);

    [LibraryImport(NativeSodium.Name, EntryPoint = "crypto_aead_aes256gcm_decrypt_detached")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressGCTransition]
    private static partial int DecryptDetached(byte* plain, byte* secretNonce, byte* cipher, ulong cipherLength, byte* tag, byte* bound, ulong boundLength, byte* nonce, byte* key);
}
