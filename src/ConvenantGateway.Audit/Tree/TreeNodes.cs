namespace ConvenantGateway.Audit;

/// <summary>Computes any node of a stored tree from the hashes that tiles hold. Remembers the tiles it read: one per proof.</summary>
internal sealed class TreeNodes(ITreeHashes hashes, long size)
{
    private readonly Dictionary<(int Level, long Tile), ReadOnlyMemory<byte>> _tiles = [];

    /// <summary>The hash over the leaves from <paramref name="low"/> up to but not including <paramref name="high"/> (RFC 9162: MTH of a sub-list).</summary>
    public byte[] Range(long low, long high)
    {
        var count = high - low;
        if (count == 1)
        {
            return Perfect(0, low);
        }

        var split = SplitPoint(count);
        if (split * 2 == count && low % count == 0)
        {
            return Perfect(System.Numerics.BitOperations.Log2((ulong)count), low / count);
        }

        return MerkleHash.Node(Range(low, low + split), Range(low + split, high));
    }

    /// <summary>The node at a height that covers 2^height leaves.</summary>
    public byte[] Perfect(int height, long index)
    {
        var level = height / 8;
        var inner = height % 8;
        var width = 1 << inner;
        var row = Entries(level, index << inner, width).ToArray();
        for (; width > 1; width /= 2)
        {
            for (var i = 0; i < width / 2; i++)
            {
                MerkleHash.Node(row.AsSpan(2 * i * MerkleHash.Size, MerkleHash.Size), row.AsSpan(((2 * i) + 1) * MerkleHash.Size, MerkleHash.Size))
                    .CopyTo(row, i * MerkleHash.Size);
            }
        }

        return row[..MerkleHash.Size];
    }

    /// <summary>Hashes of one level within one tile.</summary>
    public ReadOnlyMemory<byte> Entries(int level, long start, int count)
    {
        var tile = start / HashTile.Width;
        if (!_tiles.TryGetValue((level, tile), out var stored))
        {
            var width = (int)Math.Min(HashTile.Width, (size >> (8 * level)) - (tile * HashTile.Width));
            stored = width > 0 ? hashes.Read(level, tile * HashTile.Width, width) : default;
            _tiles.Add((level, tile), stored);
        }

        var offset = (int)(start % HashTile.Width) * MerkleHash.Size;
        return stored.Length >= offset + (count * MerkleHash.Size)
            ? stored.Slice(offset, count * MerkleHash.Size)
            : throw new InvalidDataException($"tree hashes of level {level} are missing from {start}");
    }

    /// <summary>The largest power of two below <paramref name="count"/>.</summary>
    public static long SplitPoint(long count) => 1L << System.Numerics.BitOperations.Log2((ulong)(count - 1));
}
