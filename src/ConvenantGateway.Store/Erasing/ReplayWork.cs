using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// Carries out again what was decided before a restore: the backup may be older than the erasure. The tombstone keeps its transaction and gets a record in the new epoch. A key that the backup holds
/// under another id is a later one and stays.
/// </summary>
internal sealed class ReplayWork(ReaderPool readers, KeyRing keys, ErasuresFile file, Tombstone decided, TimeProvider time) : IRestingWork
{
    private readonly HashSet<Guid> _known = file.Transactions();
    private Tombstone _replayed = decided;

    /// <inheritdoc/>
    public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex)
    {
        var records = readers.Read(this, static (database, work) => work.Look(database));
        return records is not var (indexes, reports) ? null : (_replayed.ToRecord(time.GetUtcNow(), isReplay: true, indexes, reports), new StoreWrites { Erasure = _replayed });
    }

    /// <inheritdoc/>
    public void Finish(AuditReceipt receipt)
    {
        if (!_known.Contains(_replayed.Transaction))
        {
            file.Append(receipt.Log, receipt.Index, _replayed);
        }

        keys.Destroy(_replayed.Keys, receipt.Index + 1);
    }

    private (IReadOnlyDictionary<string, IReadOnlyList<long>> Records, IReadOnlyDictionary<string, int> Reports)? Look(Database database)
    {
        if (ErasureTable.Knows(database, _replayed.Transaction))
        {
            return null;
        }

        ImmutableArray<ErasedKey> concerned =
        [
            .. _replayed.Keys.Where(k => keys.FindSealingKey(k.Viewer, k.Person.Span, k.Retention) is not { } secret || KeyId.Of(secret).AsSpan().SequenceEqual(k.KeyId.Span)),
        ];
        _replayed = _replayed with { Keys = concerned };
        return concerned.IsEmpty ? null : (
            concerned.GroupBy(static k => k.Viewer, StringComparer.Ordinal).ToDictionary(
                static g => g.Key,
                g => (IReadOnlyList<long>)[.. g.SelectMany(k => ErasureTable.SealedBy(database, k.Viewer, k.Person.Span, k.Retention)).Distinct().Order()],
                StringComparer.Ordinal),
            concerned.Where(static k => k.Retention == ReportSealer.Retention).GroupBy(static k => k.Viewer, StringComparer.Ordinal).ToDictionary(
                static g => g.Key,
                g => g.SelectMany(k => SealedReports.SealedBy(database, k.Viewer, k.Person.Span)).Distinct().Count(),
                StringComparer.Ordinal));
    }
}
