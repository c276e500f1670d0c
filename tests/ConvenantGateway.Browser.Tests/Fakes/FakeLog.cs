using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Browser.Tests;

/// <summary>A log in memory that keeps what the console relies on: a viewer sees records with a view for it and nothing else; companions are stored with the record or not at all.</summary>
internal sealed class FakeLog(FakeStore store) : IAuditLog, ILogReading
{
    private readonly Lock _lock = new();
    private readonly List<ExchangeRecord> _records = [];

    public bool IsHealthy { get; set; } = true;

    public bool IsIntact { get; set; } = true;

    public string VerifierKey => "gateway.test+00000000+AAAA";

    public IReadOnlyList<ExchangeRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records];
            }
        }
    }

    public ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion, CancellationToken shutdown)
    {
        if (!IsHealthy)
        {
            throw new AuditUnavailableException("disk full");
        }

        lock (_lock)
        {
            if (companion is StoreWrites { PersonReport: { } report })
            {
                if (store.Reports.Any(r => r.Request.Id == report.Request.Id && r.Revision == report.Revision))
                {
                    throw new CompanionConflictException("person-report");
                }

                store.Reports.Enqueue(report);
            }

            if (companion is StoreWrites { Orders: FakeHoldWrite hold })
            {
                hold.Carry();
            }

            _records.Add(record);
            if (companion is StoreWrites { Inquiry: { } inquiry })
            {
                store.Open(inquiry);
            }

            var leaf = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Transaction.ToString())));
            return ValueTask.FromResult(NewReceipt(record.Transaction, "gateway.test", _records.Count - 1, leaf, record.BodyDigest));
        }
    }

    public ValueTask<byte[]> CheckpointAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"gateway.test\n{Records.Count}\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— gateway.test AAAAAAAA\n")));

    public ValueTask<byte[]?> CheckpointOfAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var last = Records.ToList().FindLastIndex(r => r.Time < until);
        return ValueTask.FromResult(last < 0 ? null : Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"gateway.test\n{last + 1}\nAAAA=\n\n— gateway.test AAAAAAAA\n")));
    }

    public ValueTask<IReadOnlyList<RecordCount>> CountAsync(string viewer, RecordCountQuery query, CancellationToken cancellation)
    {
        query.Check();
        return ValueTask.FromResult<IReadOnlyList<RecordCount>>(
        [
            .. Records.Where(r => query.Types.Contains(r.Type) && r.Views.Any(v => v.Viewer == viewer) && r.Time >= query.Edges[0] && r.Time < query.Edges[^1])
                .GroupBy(r => (Period: query.Edges.Count(e => e <= r.Time) - 1, r.Type, r.Caller, r.Counterparty, r.Outcome, r.Emergency))
                .Select(static g => new RecordCount(g.Key.Period, g.Key.Type, g.Key.Caller, g.Key.Counterparty, g.Key.Outcome, g.Key.Emergency, g.Count())),
        ]);
    }

    public ValueTask<byte[]?> TileAsync(int level, long index, int width, CancellationToken cancellation) => ValueTask.FromResult<byte[]?>(null);

    public async ValueTask<ReceiptProof?> ProofAsync(string viewer, Guid transaction, CancellationToken cancellation)
    {
        var index = Records.ToList().FindIndex(r => r.Transaction == transaction);
        return index >= 0 && await FindAsync(viewer, index, cancellation) is not null
            ? new ReceiptProof(transaction, "gateway.test", index, new string('a', 64), Records.Count, [], "")
            : null;
    }

    public ValueTask<IReadOnlyList<VisibleRecord>> ListAsync(string viewer, RecordQuery query, CancellationToken cancellation)
    {
        var records = Records;
        IReadOnlyList<VisibleRecord> seen =
        [
            .. records.Select((r, i) => Seen(viewer, r, i)).OfType<VisibleRecord>().Reverse()
                .Where(v => query.Types.Count == 0 || query.Types.Contains(v.Record.Type))
                .Where(v => query.From is not { } from || v.Record.Time >= from)
                .Where(v => query.Until is not { } until || v.Record.Time < until)
                .Where(v => query.Partner is not { } partner || v.Record.Caller == partner || v.Record.Counterparty == partner)
                .Where(v => query.Purpose is not { } purpose || v.Record.Purpose == purpose)
                .Where(v => query.Outcome is not { } outcome || v.Record.Outcome == outcome)
                .Where(v => query.Rule is not { } rule || v.Record.Rules.Contains(rule))
                .Where(v => query.Before is not { } before || v.Index < before)
                .Where(v => query.Person is not { } person || v.Record.Views.Any(w => w.Persons.Any(p => p.Span.SequenceEqual(person.Span))))
                .Take(query.Limit),
        ];
        return ValueTask.FromResult(seen);
    }

    public ValueTask<VisibleRecord?> FindAsync(string viewer, long index, CancellationToken cancellation)
    {
        var records = Records;
        return ValueTask.FromResult(index >= 0 && index < records.Count ? Seen(viewer, records[(int)index], (int)index) : null);
    }

    public ValueTask<LogVerification> VerifyAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(new LogVerification(IsIntact, Records.Count, new string('0', 64), IsIntact ? [] : ["regel 3: de vingerafdruk klopt niet"]));

    private static VisibleRecord? Seen(string viewer, ExchangeRecord record, int index)
    {
        var views = record.Views.Where(v => v.Viewer == viewer).ToImmutableArray();
        return views.IsEmpty ? null : new VisibleRecord(index, ReadOnlyMemory<byte>.Empty, record with { Views = views }, [.. views.SelectMany(static v => v.Values)]);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern AuditReceipt NewReceipt(Guid transaction, string log, long index, string leaf, string bodyDigest);
}
