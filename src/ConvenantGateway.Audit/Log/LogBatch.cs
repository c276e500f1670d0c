using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>
/// One commit of the log. The store decides per item, in order; the batch grows a copy of the tree, which becomes the tree only if the commit succeeds. Used by whoever
/// has the log's turn.
/// </summary>
public sealed class LogBatch
{
    private readonly NoteSigner _signer;
    private readonly ImmutableArray<HashTile>.Builder _tiles = ImmutableArray.CreateBuilder<HashTile>();
    private readonly long[] _indexes;
    private readonly Exception?[] _rejections;
    private bool _isSealed;

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

    /// <summary>The item gets <see cref="NextIndex"/>, where the store writes its leaf before it commits.</summary>
    /// <param name="item">The item's place in <see cref="Items"/>.</param>
    /// <exception cref="InvalidOperationException">The batch is sealed.</exception>
    public void Accept(int item)
    {
        ThrowIfSealed();
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
    /// <exception cref="InvalidOperationException">The batch is sealed.</exception>
    public void Reject(int item, Exception reason)
    {
        ThrowIfSealed();
        _rejections[item] = reason;
    }

    /// <summary>Signs the new tree, once per commit, after the last item: nothing is accepted from then on.</summary>
    public LogSeal Seal()
    {
        ThrowIfSealed();
        _isSealed = true;
        return new LogSeal(Tree.Size, new Checkpoint(_signer.VerifierKey.Name, Tree.Size, Tree.Root()).Sign(_signer), _tiles.ToImmutable());
    }

    /// <summary>The index that an item got; -1 if it was rejected.</summary>
    /// <param name="item">The item's place in <see cref="Items"/>.</param>
    public long IndexOf(int item) => _indexes[item];

    internal Exception? RejectionOf(int item) => _rejections[item];

    private void ThrowIfSealed()
    {
        if (_isSealed)
        {
            throw new InvalidOperationException("the batch is sealed");
        }
    }
}
