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
        var hash = new byte[Size];
        ShortHash.Sha256([0], record, [], hash);
        return hash;
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">32 bytes.</param>
    /// <param name="right">32 bytes.</param>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Size];
        ShortHash.Sha256([1], left, right, hash);
        return hash;
    }
}
