using System.Collections.Immutable;
using System.Numerics;

namespace ConvenantGateway.Audit;

/// <summary>
/// The growing right edge of the tree: the compact range (one hash per set bit of the size) for the root, and the hashes of the tiles that are not full. Appending costs
/// one hash on average. Not thread safe: the log's writer owns it.
/// </summary>
public sealed class TreeState
{
    private readonly List<byte[]> _range;
    private readonly List<byte[]> _pending;

    // A bit per level: set where the buffer is this tree's alone. Nothing is written into another one.
    private int _own;

    /// <summary>The empty tree.</summary>
    public TreeState()
    {
        _range = [];
        _pending = [];
    }

    private TreeState(TreeState other)
    {
        Size = other.Size;
        _range = [.. other._range];
        _pending = [.. other._pending];
        other._own = 0;
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Rebuilds the edge of a stored tree.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <param name="hashes">The stored hashes.</param>
    /// <exception cref="InvalidDataException">A hash that the size demands is not there.</exception>
    public static TreeState Restore(long size, ITreeHashes hashes)
    {
        var state = new TreeState { Size = size };
        var nodes = new TreeNodes(hashes, size);
        for (var height = 63; height >= 0; height--)
        {
            if (((size >> height) & 1) != 0)
            {
                state._range.Add(nodes.Perfect(height, (size >> height) - 1));
            }
        }

        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            var entries = size >> (8 * level);
            var width = (int)(entries & (HashTile.Width - 1));
            var buffer = NewBuffer();
            if (width > 0)
            {
                nodes.Entries(level, entries - width, width).Span.CopyTo(buffer);
            }

            state._pending.Add(buffer);
        }

        return state;
    }

    /// <summary>An independent copy: a batch grows the copy, and only a commit makes it the tree.</summary>
    public TreeState Copy() => new(this);

    /// <summary>Appends a leaf hash; returns the tiles that became full by it, lowest level first (nearly always none).</summary>
    /// <param name="leafHash">32 bytes; kept, not copied.</param>
    public ImmutableArray<HashTile> Append(byte[] leafHash)
    {
        var index = Size;
        Size++;
        Put(0, index, leafHash);
        var full = ImmutableArray<HashTile>.Empty;
        var node = leafHash;
        var merges = BitOperations.TrailingZeroCount(Size);
        for (var height = 1; height <= merges; height++)
        {
            node = MerkleHash.Node(_range[^1], node);
            _range.RemoveAt(_range.Count - 1);
            if (height % 8 == 0)
            {
                var level = (height / 8) - 1;
                full = full.Add(new HashTile(level, (Size >> height) - 1, node, _pending[level]));
                _pending[level] = NewBuffer();
                Put(level + 1, (Size >> height) - 1, node);
            }
        }

        _range.Add(node);
        return full;
    }

    /// <summary>The root hash (RFC 9162 section 2.1.1), 32 bytes.</summary>
    public byte[] Root()
    {
        if (_range.Count == 0)
        {
            return MerkleHash.Empty();
        }

        var root = _range[^1];
        for (var i = _range.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.Node(_range[i], root);
        }

        return root;
    }

    private static byte[] NewBuffer() => new byte[HashTile.Width * MerkleHash.Size];

    private void Put(int level, long entry, byte[] hash)
    {
        if (_pending.Count == level)
        {
            _pending.Add(NewBuffer());
        }
        else if (((_own >> level) & 1) == 0)
        {
            _pending[level] = (byte[])_pending[level].Clone();
        }

        _own |= 1 << level;
        hash.CopyTo(_pending[level], (int)(entry & (HashTile.Width - 1)) * MerkleHash.Size);
    }
}
