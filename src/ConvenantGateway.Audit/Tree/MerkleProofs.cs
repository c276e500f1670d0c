using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ConvenantGateway.Audit;

/// <summary>Inclusion and consistency proofs (RFC 9162 sections 2.1.3 and 2.1.4). Pure given the hashes; thread safe.</summary>
public static class MerkleProofs
{
    /// <summary>The inclusion proof of a leaf, leaf to root.</summary>
    /// <param name="hashes">The stored tree.</param>
    /// <param name="index">0-based, below <paramref name="size"/>.</param>
    /// <param name="size">The tree that the proof speaks of, 1 or more.</param>
    public static ImmutableArray<byte[]> Inclusion(ITreeHashes hashes, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = ImmutableArray.CreateBuilder<byte[]>();
        Path(new TreeNodes(hashes, size), index, 0, size, path);
        return path.ToImmutable();
    }

    /// <summary>The proof that the tree of <paramref name="size"/> begins with the tree of <paramref name="oldSize"/>; empty where they are equal.</summary>
    /// <param name="hashes">The stored tree.</param>
    /// <param name="oldSize">1 up to <paramref name="size"/>.</param>
    /// <param name="size">The newer size.</param>
    public static ImmutableArray<byte[]> Consistency(ITreeHashes hashes, long oldSize, long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = ImmutableArray.CreateBuilder<byte[]>();
        SubProof(new TreeNodes(hashes, size), oldSize, 0, size, whole: true, proof);
        return proof.ToImmutable();
    }

    /// <summary>True if the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2).</summary>
    public static bool VerifyInclusion(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (fn, sn) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var step in proof)
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                hash = MerkleHash.Node(step, hash);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                hash = MerkleHash.Node(hash, step);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>True if the newer tree begins with the older (RFC 9162 section 2.1.4.2).</summary>
    public static bool VerifyConsistency(long oldSize, ReadOnlySpan<byte> oldRoot, long size, ReadOnlySpan<byte> root, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 1 || oldSize > size)
        {
            return false;
        }

        if (oldSize == size)
        {
            return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(oldRoot, root);
        }

        var steps = new Queue<byte[]>(proof);
        var (fn, sn) = (oldSize - 1, size - 1);
        while ((fn & 1) == 1)
        {
            (fn, sn) = (fn >> 1, sn >> 1);
        }

        var first = (oldSize & (oldSize - 1)) == 0 ? oldRoot.ToArray() : steps.Count > 0 ? steps.Dequeue() : [];
        var (oldHash, newHash) = (first, first);
        foreach (var step in steps)
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                oldHash = MerkleHash.Node(step, oldHash);
                newHash = MerkleHash.Node(step, newHash);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                newHash = MerkleHash.Node(newHash, step);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && CryptographicOperations.FixedTimeEquals(oldHash, oldRoot) && CryptographicOperations.FixedTimeEquals(newHash, root);
    }

    private static void Path(TreeNodes nodes, long index, long low, long high, ImmutableArray<byte[]>.Builder path)
    {
        if (high - low == 1)
        {
            return;
        }

        var split = low + TreeNodes.SplitPoint(high - low);
        if (index < split)
        {
            Path(nodes, index, low, split, path);
            path.Add(nodes.Range(split, high));
        }
        else
        {
            Path(nodes, index, split, high, path);
            path.Add(nodes.Range(low, split));
        }
    }

    private static void SubProof(TreeNodes nodes, long oldSize, long low, long high, bool whole, ImmutableArray<byte[]>.Builder proof)
    {
        if (oldSize == high)
        {
            if (!whole)
            {
                proof.Add(nodes.Range(low, high));
            }

            return;
        }

        var split = low + TreeNodes.SplitPoint(high - low);
        if (oldSize <= split)
        {
            SubProof(nodes, oldSize, low, split, whole, proof);
            proof.Add(nodes.Range(split, high));
        }
        else
        {
            SubProof(nodes, oldSize, split, high, whole: false, proof);
            proof.Add(nodes.Range(low, split));
        }
    }
}
