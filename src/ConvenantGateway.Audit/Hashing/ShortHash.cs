using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>
/// SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104) of the many short inputs of a log: a dozen per record when it is written, four when it is verified. The same values as <see cref="SHA256"/> and
/// <see cref="HMACSHA256"/>, which are also used where the quick way is not there and for what is long. Pure; thread safe.
/// </summary>
public static class ShortHash
{
    /// <summary>The length of a digest, in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int Block = 64;
    private const int Long = 16 * 1024;
    private const ulong InnerPad = 0x3636363636363636;
    private const ulong OuterPad = 0x5C5C5C5C5C5C5C5C;

    /// <summary>SHA-256(input).</summary>
    /// <param name="input">Any bytes.</param>
    /// <param name="digest">32 bytes.</param>
    public static void Sha256(ReadOnlySpan<byte> input, Span<byte> digest) => Sha256([], [], input, digest);

    /// <summary>SHA-256(first ‖ second ‖ third).</summary>
    /// <param name="first">Any bytes.</param>
    /// <param name="second">Any bytes.</param>
    /// <param name="third">Any bytes.</param>
    /// <param name="digest">32 bytes.</param>
    public static void Sha256(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> digest)
    {
        if (NativeSha256.IsAvailable && first.Length + second.Length + third.Length <= Long)
        {
            NativeSha256.Hash(first, second, third, digest);
        }
        else
        {
            Platform(first, second, third, digest);
        }
    }

    /// <summary>HMAC-SHA-256(key, input).</summary>
    /// <param name="key">Any bytes.</param>
    /// <param name="input">Any bytes.</param>
    /// <param name="digest">32 bytes.</param>
    public static void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> digest)
    {
        if (!NativeSha256.IsAvailable || key.Length > Block || input.Length > Long)
        {
            HMACSHA256.HashData(key, input, digest);
            return;
        }

        Span<byte> pad = stackalloc byte[Block];
        Span<byte> inner = stackalloc byte[Size];
        Pad(key, InnerPad, pad);
        NativeSha256.Hash(pad, input, [], inner);
        Pad(key, OuterPad, pad);
        NativeSha256.Hash(pad, inner, [], digest);
        CryptographicOperations.ZeroMemory(pad);
    }

    /// <summary>The way of the platform's own interface.</summary>
    internal static void Platform(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, Span<byte> digest)
    {
        if (first.IsEmpty && second.IsEmpty)
        {
            SHA256.HashData(third, digest);
            return;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.AppendData(third);
        hash.GetHashAndReset(digest);
    }

    private static void Pad(ReadOnlySpan<byte> key, ulong with, Span<byte> pad)
    {
        key.CopyTo(pad);
        pad[key.Length..].Clear();
        foreach (ref var word in MemoryMarshal.Cast<byte, ulong>(pad))
        {
            word ^= with;
        }
    }
}
