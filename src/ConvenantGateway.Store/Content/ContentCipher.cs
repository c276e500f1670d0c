using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>
/// Seals content: AES-256-GCM under a random key of its own, wrapped under the register's key (design.md section 8), bound to the clear columns, so that a row cannot be moved or relabelled.
/// Thread safe.
/// </summary>
internal sealed class ContentCipher(KeyRing keys)
{
    private const int Nonce = Aes256Gcm.NonceSize;
    private const int Tag = Aes256Gcm.TagSize;
    private const int KeySize = 32;
    private const int BlindSize = 16;

    /// <summary>Encrypts.</summary>
    public SealedContent Seal(string register, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        Span<byte> key = stackalloc byte[KeySize];
        RandomNumberGenerator.Fill(key);
        var result = new SealedContent(Encrypt(keys.RegisterKey(register), key, bound), Encrypt(key, plain, bound));
        CryptographicOperations.ZeroMemory(key);
        return result;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="InvalidDataException">The content or a clear column was changed.</exception>
    public byte[] Open(string register, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> content, ReadOnlySpan<byte> bound)
    {
        Span<byte> key = stackalloc byte[KeySize];
        if (wrapped.Length != Nonce + KeySize + Tag || content.Length < Nonce + Tag)
        {
            throw new InvalidDataException("stored content is too short");
        }

        var plain = new byte[content.Length - Nonce - Tag];
        try
        {
            Decrypt(keys.RegisterKey(register), wrapped, key, bound);
            Decrypt(key, content, plain, bound);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("stored content or its columns were changed", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }

        return plain;
    }

    /// <summary>A blind value under the register's search key: 16 bytes.</summary>
    /// <param name="register">The register.</param>
    /// <param name="kind">What is hashed: <c>person</c>, <c>term:identifier</c> …</param>
    /// <param name="value">The value.</param>
    public byte[] Blind(string register, string kind, string value)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(keys.RegisterSearchKey(register), Encoding.UTF8.GetBytes($"{kind}\0{value}"), full);
        return full[..BlindSize].ToArray();
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var output = new byte[Nonce + plain.Length + Tag];
        var nonce = output.AsSpan(0, Nonce);
        RandomNumberGenerator.Fill(nonce);
        Aes256Gcm.Encrypt(key, nonce, plain, output.AsSpan(Nonce, plain.Length), output.AsSpan(Nonce + plain.Length), bound);
        return output;
    }

    private static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> plain, ReadOnlySpan<byte> bound) =>
        Aes256Gcm.Decrypt(key, input[..Nonce], input.Slice(Nonce, plain.Length), input[(Nonce + plain.Length)..], plain, bound);
}
