using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange.Tests.Projections;

/// <summary>A log in memory that shows a viewer the records that have a view for it, and nothing else; counts the pages that were read.</summary>
internal sealed class ViewLog : ILogReading
{
    private readonly List<(ExchangeRecord Record, byte[] Leaf)> _records = [];
    private readonly HashSet<int> _erased = [];

    public int Pages { get; private set; }

    public string VerifierKey => "convenantgateway.test/log+00000000+AAAA";

    public long Add(ExchangeRecord record)
    {
        var views = record.Views.Select(static v => new LeafView(v.Viewer, new string('0', 64), [.. v.Values.Select(static x => new LeafCommitment(x.Field, new string('1', 64)))])).ToArray();
        _records.Add((record, LeafFormat.Write(record, views)));
        return _records.Count - 1;
    }

    /// <summary>What is left when the key of a record's values is destroyed.</summary>
    public void Erase(long index) => _erased.Add((int)index);

    public ValueTask<VisibleRecord?> FindAsync(string viewer, long index, CancellationToken cancellation) =>
        new(index >= 0 && index < _records.Count ? Seen(viewer, (int)index) : null);

    public ValueTask<IReadOnlyList<VisibleRecord>> ListAsync(string viewer, RecordQuery query, CancellationToken cancellation) => new(List(viewer, query));

    public IReadOnlyList<VisibleRecord> List(string viewer, RecordQuery query)
    {
        Pages++;
        return
        [
            .. Enumerable.Range(0, _records.Count).Reverse()
                .Where(i => query.Before is not { } before || i < before)
                .Select(i => Seen(viewer, i)).OfType<VisibleRecord>()
                .Where(v => query.Types.Count == 0 || query.Types.Contains(v.Record.Type))
                .Where(v => query.From is not { } from || v.Record.Time >= from)
                .Where(v => query.Until is not { } until || v.Record.Time < until)
                .Where(v => query.Partner is not { } partner || v.Record.Caller == partner || v.Record.Counterparty == partner)
                .Where(v => query.Person is not { } person || v.Record.Views[0].Persons.Any(p => p.Span.SequenceEqual(person.Span)))
                .Take(query.Limit),
        ];
    }

    public ValueTask<byte[]> CheckpointAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<byte[]?> TileAsync(int level, long index, int width, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<ReceiptProof?> ProofAsync(string viewer, Guid transaction, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<LogVerification> VerifyAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RecordCount>> CountAsync(string viewer, RecordCountQuery query, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<byte[]?> CheckpointOfAsync(DateTimeOffset until, CancellationToken cancellation) => throw new NotSupportedException();

    private VisibleRecord? Seen(string viewer, int index)
    {
        var (record, leaf) = _records[index];
        if (record.Views.FirstOrDefault(v => v.Viewer == viewer) is not { } view)
        {
            return null;
        }

        view = _erased.Contains(index) ? view with { Values = [], Persons = [] } : view;
        return new VisibleRecord(index, leaf, record with { Views = [view] }, view.Values);
    }
}
