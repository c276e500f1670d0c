using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Opaque paging tokens: AES-256-GCM under a key of this process, bound to caller, counterparty, type, purpose, covenant version and the search itself, so that a token works for nobody and
/// nothing else. Thread safe.
/// </summary>
public sealed class PageTokens : IDisposable
{
    private const int Nonce = 12;
    private const int Tag = 16;

    private readonly AesGcm _aes = new(RandomNumberGenerator.GetBytes(32), Tag);

    /// <summary>Seals a position.</summary>
    public string Seal(long position, string binding)
    {
        var token = new byte[Nonce + 8 + Tag];
        RandomNumberGenerator.Fill(token.AsSpan(0, Nonce));
        Span<byte> plain = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(plain, position);
        lock (_aes)
        {
            _aes.Encrypt(token.AsSpan(0, Nonce), plain, token.AsSpan(Nonce, 8), token.AsSpan(Nonce + 8), Encoding.UTF8.GetBytes(binding));
        }

        return Base64Url.EncodeToString(token);
    }

    /// <summary>Opens a token; null if it is not ours or is bound to something else.</summary>
    public long? Open(string text, string binding)
    {
        Span<byte> token = stackalloc byte[Nonce + 8 + Tag];
        Span<byte> plain = stackalloc byte[8];
        if (text.Length > 64
            || Base64Url.DecodeFromChars(text, token, out _, out var length) != OperationStatus.Done
            || length != token.Length)
        {
            return null;
        }

        try
        {
            lock (_aes)
            {
                _aes.Decrypt(token[..Nonce], token.Slice(Nonce, 8), token[(Nonce + 8)..], plain, Encoding.UTF8.GetBytes(binding));
            }

            return BinaryPrimitives.ReadInt64BigEndian(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aes.Dispose();
}
