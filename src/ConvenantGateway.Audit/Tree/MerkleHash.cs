using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>The two hashes of the tree (RFC 9162 section 2.1.1), SHA-256. Pure; thread safe.</summary>
public static class MerkleHash
{
    /// <summary>The length of every hash, in bytes.</summary>
    public const int Size = 32;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 ‖ record).</summary>
    /// <param name="record">The stored bytes of a record.</param>
    public static byte[] Leaf(ReadOnlySpan<byte> record)
    {
        if (record.Length < 4096)
        {
            Span<byte> small = stackalloc byte[record.Length + 1];
            small[0] = 0;
            record.CopyTo(small[1..]);
            return SHA256.HashData(small);
        }

        var large = new byte[record.Length + 1];
        record.CopyTo(large.AsSpan(1));
        return SHA256.HashData(large);
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">32 bytes.</param>
    /// <param name="right">32 bytes.</param>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Size)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        return SHA256.HashData(input);
    }
}
