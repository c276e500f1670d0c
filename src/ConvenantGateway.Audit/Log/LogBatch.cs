using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>
/// One commit of the log. The store decides per item, in order; the batch grows a copy of the tree, which becomes the tree only if the commit succeeds. Used by the
/// log's one thread.
/// </summary>
public sealed class LogBatch
{
    private readonly NoteSigner _signer;
    private readonly ImmutableArray<HashTile>.Builder _tiles = ImmutableArray.CreateBuilder<HashTile>();
    private readonly long[] _indexes;
    private readonly Exception?[] _rejections;

    internal LogBatch(IReadOnlyList<PreparedRecord> items, TreeState tree, NoteSigner signer)
    {
        Items = items;
        FirstIndex = tree.Size;
        Tree = tree.Copy();
        _signer = signer;
        _indexes = new long[items.Count];
        _rejections = new Exception?[items.Count];
        Array.Fill(_indexes, -1);
    }

    /// <summary>The items in order.</summary>
    public IReadOnlyList<PreparedRecord> Items { get; }

    /// <summary>The index of the first leaf to be written: the size of the committed tree.</summary>
    public long FirstIndex { get; }

    /// <summary>The index that the next accepted item gets.</summary>
    public long NextIndex => Tree.Size;

    internal TreeState Tree { get; }

    /// <summary>The item's leaf was written at <see cref="NextIndex"/>.</summary>
    /// <param name="item">The item's place in <see cref="Items"/>.</param>
    public void Accept(int item)
    {
        _indexes[item] = Tree.Size;
        var full = Tree.Append(Items[item].LeafHash);
        if (full.Length > 0)
        {
            _tiles.AddRange(full);
        }
    }

    /// <summary>Nothing of the item was written: its savepoint was rolled back.</summary>
    /// <param name="item">The item's place in <see cref="Items"/>.</param>
    /// <param name="reason">What the producer gets.</param>
    public void Reject(int item, Exception reason) => _rejections[item] = reason;

    /// <summary>Signs the new tree: once per commit.</summary>
    public LogSeal Seal() =>
        new(Tree.Size, new Checkpoint(_signer.VerifierKey.Name, Tree.Size, Tree.Root()).Sign(_signer), _tiles.ToImmutable());

    internal long IndexOf(int item) => _indexes[item];

    internal Exception? RejectionOf(int item) => _rejections[item];
}
