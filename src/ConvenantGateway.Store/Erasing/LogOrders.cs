using System.Collections.Immutable;
using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Carries out orders of operators on an opened store, each as one record. Thread safe.</summary>
public sealed class LogOrders
{
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly AuditLog _log;
    private readonly ReaderPool _readers;
    private readonly KeyRing _keys;
    private readonly ErasuresFile _file;
    private readonly TimeProvider _time;

    internal LogOrders(AuditLog log, ReaderPool readers, KeyRing keys, ErasuresFile file, TimeProvider time) => (_log, _readers, _keys, _file, _time) = (log, readers, keys, file, time);

    /// <summary>Carries out an order. Refusals and failures are outcomes.</summary>
    public async ValueTask<LogOrderReport> CarryOutAsync(LogOrder order)
    {
        try
        {
            return Fault(order) is { } fault
                ? new LogOrderReport(order.Id, "refused", -1, [fault])
                : order.Kind switch
                {
                    LogOrderKind.Erase => await EraseAsync(order),
                    LogOrderKind.Hold => await HoldAsync(order),
                    LogOrderKind.Lift => await LiftAsync(order),
                    _ => await BackupAsync(order),
                };
        }
        catch (ErasureHeldException e)
        {
            return new LogOrderReport(order.Id, "refused", -1, [e.Message]);
        }
        catch (ArgumentException e)
        {
            return new LogOrderReport(order.Id, "refused", -1, [e.Message]);
        }
        catch (Exception e) when (e is AuditUnavailableException or CompanionConflictException)
        {
            return new LogOrderReport(order.Id, "failed", -1, [e.Message]);
        }
    }

    private static string? Fault(LogOrder order)
    {
        if (order.Kind is LogOrderKind.None || !Enum.IsDefined(order.Kind) || order.Id == Guid.Empty || string.IsNullOrEmpty(order.By) || string.IsNullOrEmpty(order.Rule) || order.Persons.IsDefault)
        {
            return "the order is not complete";
        }

        if (order.Kind != LogOrderKind.Backup && order.Persons.IsEmpty)
        {
            return "the order names nobody";
        }

        return order.Persons.Any(static p => string.IsNullOrEmpty(p.Viewer) || p.Person is not { Length: 2 * ViewEnvelope.BlindSize } || !p.Person.All(char.IsAsciiHexDigitLower) || !Enum.IsDefined(p.Retention))
            ? "a person of the order is not a blind value of a viewer"
            : null;
    }

    private async ValueTask<LogOrderReport> EraseAsync(LogOrder order)
    {
        var work = new ErasureWork(_readers, _keys, _file, order, _time);
        return await _log.RestAsync(work, CancellationToken.None) is { } receipt
            ? new LogOrderReport(order.Id, "done", receipt.Index, [$"erased under `{order.Rule}`: {work.Keys} keys, values of {work.Records} records{(work.Reports > 0 ? $", {work.Reports} requests for a person report" : "")}; tombstone: record {receipt.Index}"])
            : new LogOrderReport(order.Id, "nothing", -1, ["there are no values of these persons: nothing was erased and nothing recorded"]);
    }

    private async ValueTask<LogOrderReport> HoldAsync(LogOrder order)
    {
        if (order.Until is not { } until || until < DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime))
        {
            return new LogOrderReport(order.Id, "refused", -1, ["a hold needs a last day that is not past"]);
        }

        var persons = order.Persons.DistinctBy(static p => (p.Viewer, p.Person)).ToImmutableArray();
        var first = persons[0];
        var holds = persons.Select((p, i) => new LegalHold(i == 0 ? order.Id : Guid.CreateVersion7(_time.GetUtcNow()), p.Viewer, p.Person, order.Rule, until, order.By, IsLifted: false) { Order = order.Id }).ToImmutableArray();
        var values = LegalHoldRecord.Laid(order.Rule, until, persons.Where(p => p.Viewer == first.Viewer).Select(static p => p.Person), order.Account);
        var record = Record(order, RecordType.LegalHold, LegalHoldRecord.LaidOutcome, first.Viewer, NoBody, values);
        var receipt = await _log.AppendAsync(record, new StoreWrites { Orders = new HoldWrites(holds, [], order.Id) }, CancellationToken.None);
        return new LogOrderReport(order.Id, "done", receipt.Index, [$"hold {order.Id:D} laid for `{order.Rule}` until {until:yyyy-MM-dd}: record {receipt.Index}"]);
    }

    private async ValueTask<LogOrderReport> LiftAsync(LogOrder order)
    {
        var running = _readers.Read(order, static (database, asked) => LegalHoldTable.All(database)
            .Where(h => !h.IsLifted && asked.Persons.Any(p => p.Viewer == h.Viewer && p.Person == h.Person)).ToImmutableArray());
        if (running.IsEmpty)
        {
            return new LogOrderReport(order.Id, "nothing", -1, ["there is no hold on this person"]);
        }

        var viewer = order.Persons[0].Viewer;
        var persons = running.Where(h => h.Viewer == viewer).Select(static h => h.Person).Distinct(StringComparer.Ordinal);
        var values = LegalHoldRecord.Lifted(order.Rule, running.Select(static h => h.Transaction), persons, order.Account);
        var record = Record(order, RecordType.LegalHold, LegalHoldRecord.LiftedOutcome, viewer, NoBody, values);
        var receipt = await _log.AppendAsync(record, new StoreWrites { Orders = new HoldWrites([], [.. running.Select(static h => h.Transaction)], order.Id) }, CancellationToken.None);
        return new LogOrderReport(order.Id, "done", receipt.Index, [$"{running.Length} holds lifted: record {receipt.Index}"]);
    }

    private async ValueTask<LogOrderReport> BackupAsync(LogOrder order)
    {
        var record = Record(order, RecordType.Backup, "made", order.By, order.Rule,
        [
            new RecordValue("size", order.Size.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new RecordValue("manifest", order.Rule),
            new RecordValue("by", order.Account),
        ]) with { Counterparty = "" };
        var receipt = await _log.AppendAsync(record, null, CancellationToken.None);
        return new LogOrderReport(order.Id, "done", receipt.Index, [$"recorded: record {receipt.Index}"]);
    }

    private ExchangeRecord Record(LogOrder order, RecordType type, string outcome, string viewer, string digest, ImmutableArray<RecordValue> values) => new()
    {
        Type = type,
        Transaction = order.Id,
        Time = _time.GetUtcNow(),
        Caller = order.By,
        Counterparty = viewer,
        Outcome = outcome,
        BodyDigest = digest,
        Views = [new RecordView(viewer, values, [])],
    };
}
