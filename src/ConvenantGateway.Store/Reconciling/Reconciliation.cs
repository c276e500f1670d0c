namespace ConvenantGateway.Store;

/// <summary>
/// Compares a partner's own list of receipts with the log, one by one, without holding either in memory. What it finds is evidence whichever side it stands on: a receipt that the log does not have is a record that was
/// cut or rewritten. It does not verify the log: that is <c>audit verify</c>. Use once; not thread safe.
/// </summary>
public sealed class Reconciliation : IDisposable
{
    private readonly ReceiptTable _list = new();

    /// <summary>How many lines were added.</summary>
    public long Listed { get; private set; }

    /// <summary>How many exchanges of the log were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Adds a line of the list; a difference where it contradicts an earlier one.</summary>
    public Difference? Add(ListedReceipt receipt)
    {
        Listed++;
        return _list.Add(receipt) is { } earlier && earlier with { Line = receipt.Line } != receipt ? new Difference(DifferenceKind.ListedTwice, receipt, null) : null;
    }

    /// <summary>Compares.</summary>
    /// <param name="exchanges">The partner's exchanges in the log, in the order of their index; read twice where a bound is not given.</param>
    /// <param name="from">What is in the log only counts from this instant; null for the first exchange that both have.</param>
    /// <param name="until">… and before this instant; null for up to the last that both have.</param>
    public IEnumerable<Difference> Compare(IEnumerable<LoggedExchange> exchanges, DateTimeOffset? from, DateTimeOffset? until)
    {
        var (first, last) = from is null || until is null ? Common(exchanges) : (from.Value, until.Value);
        foreach (var exchange in exchanges)
        {
            if (_list.Find(exchange.Transaction) is not { } kept)
            {
                if (exchange.Time >= (from ?? first) && (until is { } end ? exchange.Time < end : exchange.Time <= last))
                {
                    Compared++;
                    yield return new Difference(DifferenceKind.OnlyLogged, null, exchange);
                }

                continue;
            }

            Compared++;
            _list.Mark(exchange.Transaction);
            if (kept.Digest != exchange.Digest)
            {
                yield return new Difference(DifferenceKind.Digest, kept, exchange);
            }
            else if ((kept.Index is { } index && index != exchange.Index) || (kept.Leaf.Length > 0 && kept.Leaf != exchange.Leaf))
            {
                yield return new Difference(DifferenceKind.Leaf, kept, exchange);
            }
        }

        foreach (var receipt in _list.Unseen())
        {
            yield return new Difference(DifferenceKind.OnlyListed, receipt, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _list.Dispose();

    private (DateTimeOffset First, DateTimeOffset Last) Common(IEnumerable<LoggedExchange> exchanges)
    {
        var (first, last) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var exchange in exchanges)
        {
            if (_list.Find(exchange.Transaction) is not null)
            {
                first = exchange.Time < first ? exchange.Time : first;
                last = exchange.Time > last ? exchange.Time : last;
            }
        }

        return (first, last);
    }
}
