using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>
/// An erasure in the order that survives a crash: the tombstone and the ids of the keys become durable in one transaction; then the line of <c>erasures.jsonl</c> is synced; then the keys go. After a
/// crash in between, the next start finds the tombstone and finishes (<see cref="ErasureReplay"/>); before the tombstone is durable, nothing has happened.
/// </summary>
internal sealed class ErasureWork(ReaderPool readers, KeyRing keys, ErasuresFile file, LogOrder order, TimeProvider time) : IRestingWork
{
    private Tombstone? _tombstone;

    /// <summary>How many keys were destroyed.</summary>
    public int Keys { get; private set; }

    /// <summary>How many views of records became unreadable, per viewer counted.</summary>
    public int Records { get; private set; }

    /// <summary>How many stored requests for person reports became unreadable.</summary>
    public int Reports { get; private set; }

    /// <inheritdoc/>
    public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex)
    {
        var found = readers.Read(this, static (database, work) => work.Look(database));
        if (found.Keys.IsEmpty)
        {
            return null;
        }

        Keys = found.Keys.Length;
        Records = found.Records.Values.Sum(static r => r.Count);
        Reports = found.Reports.Values.Sum();
        _tombstone = new Tombstone(order.Id, order.At, order.By, order.Rule, found.Keys);
        return (_tombstone.ToRecord(time.GetUtcNow(), isReplay: false, found.Records, found.Reports), new StoreWrites { Erasure = _tombstone });
    }

    /// <inheritdoc/>
    public void Finish(AuditReceipt receipt)
    {
        file.Append(receipt.Log, receipt.Index, _tombstone!);
        keys.Destroy(_tombstone!.Keys, receipt.Index + 1);
    }

    private (ImmutableArray<ErasedKey> Keys, IReadOnlyDictionary<string, IReadOnlyList<long>> Records, IReadOnlyDictionary<string, int> Reports) Look(Database database)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var holds = LegalHoldTable.All(database);
        var stopping = ImmutableArray.CreateBuilder<LegalHold>();
        var found = ImmutableArray.CreateBuilder<ErasedKey>();
        var records = new Dictionary<string, SortedSet<long>>(StringComparer.Ordinal);
        var reports = new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal);
        foreach (var target in order.Persons.Distinct())
        {
            var person = Convert.FromHexString(target.Person);
            stopping.AddRange(LegalHoldTable.Stopping(holds, database, target.Viewer, person, target.Retention, today));
            if (keys.FindSealingKey(target.Viewer, person, target.Retention) is not { } secret)
            {
                continue;
            }

            found.Add(new ErasedKey(target.Viewer, person, target.Retention, KeyId.Of(secret)));
            if (!records.TryGetValue(target.Viewer, out var own))
            {
                records.Add(target.Viewer, own = []);
                reports.Add(target.Viewer, []);
            }

            if (target.Retention == ReportSealer.Retention)
            {
                reports[target.Viewer].UnionWith(SealedReports.SealedBy(database, target.Viewer, person));
            }

            own.UnionWith(ErasureTable.SealedBy(database, target.Viewer, person, target.Retention));
        }

        return stopping.Count > 0
            ? throw new ErasureHeldException([.. stopping.DistinctBy(static h => h.Transaction)])
            : (
                found.ToImmutable(),
                records.ToDictionary(static r => r.Key, static r => (IReadOnlyList<long>)[.. r.Value], StringComparer.Ordinal),
                reports.ToDictionary(static r => r.Key, static r => r.Value.Count, StringComparer.Ordinal));
    }
}
