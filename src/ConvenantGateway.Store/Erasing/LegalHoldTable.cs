using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Reads and writes <c>legal_hold</c>.</summary>
internal static class LegalHoldTable
{
    /// <summary>Lays a hold, inside the log's transaction.</summary>
    public static void Lay(Database database, LegalHold hold) => database.Prepare("INSERT INTO legal_hold (tx, viewer, person, reason, until_day, by_whom, laid) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .Bind(1, hold.Transaction.ToByteArray(bigEndian: true)).Bind(2, hold.Viewer).Bind(3, Convert.FromHexString(hold.Person)).Bind(4, hold.Reason).Bind(5, hold.Until.DayNumber).Bind(6, hold.By)
        .Bind(7, hold.Order == Guid.Empty ? [] : hold.Order.ToByteArray(bigEndian: true)).Run();

    /// <summary>Lifts holds, inside the log's transaction.</summary>
    /// <exception cref="CompanionConflictException">One was lifted meanwhile.</exception>
    public static void Lift(Database database, IEnumerable<Guid> holds, Guid by)
    {
        foreach (var hold in holds)
        {
            database.Prepare("UPDATE legal_hold SET lifted = ?2 WHERE tx = ?1 AND lifted IS NULL").Bind(1, hold.ToByteArray(bigEndian: true)).Bind(2, by.ToByteArray(bigEndian: true)).Run();
            if (database.Changes == 0)
            {
                throw new CompanionConflictException("legal-hold");
            }
        }
    }

    /// <summary>All holds, lifted and past ones too.</summary>
    public static ImmutableArray<LegalHold> All(Database database)
    {
        var found = ImmutableArray.CreateBuilder<LegalHold>();
        var rows = database.Prepare("SELECT tx, viewer, person, reason, until_day, by_whom, lifted, laid FROM legal_hold ORDER BY tx");
        while (rows.Step())
        {
            found.Add(new LegalHold(
                new Guid(rows.Span(0), bigEndian: true), rows.Text(1), Convert.ToHexStringLower(rows.Span(2)), rows.Text(3), DateOnly.FromDayNumber((int)rows.Long(4)), rows.Text(5), !rows.IsNull(6))
            {
                Order = rows.Span(7) is { Length: 16 } laid ? new Guid(laid, bigEndian: true) : Guid.Empty,
            });
        }

        return found.ToImmutable();
    }

    /// <summary>The holds of a viewer that run on a day, the first to end first.</summary>
    public static ImmutableArray<StandingHold> Standing(Database database, string viewer, DateOnly day)
    {
        var found = ImmutableArray.CreateBuilder<StandingHold>();
        var rows = database.Prepare(
            $"""
            SELECT h.tx, h.person, h.reason, h.until_day, h.by_whom,
              (SELECT max(l.time) FROM leaf l WHERE l.type = {(int)RecordType.LegalHold} AND l.tx = CASE WHEN length(h.laid) = 16 THEN h.laid ELSE h.tx END)
            FROM legal_hold h WHERE h.viewer = ?1 AND h.lifted IS NULL AND h.until_day >= ?2 ORDER BY h.until_day, h.tx
            """).Bind(1, viewer).Bind(2, day.DayNumber);
        while (rows.Step())
        {
            found.Add(new StandingHold(
                new Guid(rows.Span(0), bigEndian: true), Convert.ToHexStringLower(rows.Span(1)), rows.Text(2), rows.IsNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(5)),
                DateOnly.FromDayNumber((int)rows.Long(3)), rows.Text(4)));
        }

        return found.ToImmutable();
    }

    /// <summary>The holds that run on a day on a person, or on another with whom the person shares a view of the class or a request for a person report: its values would go too.</summary>
    public static ImmutableArray<LegalHold> Stopping(ImmutableArray<LegalHold> holds, Database database, string viewer, ReadOnlySpan<byte> person, RetentionClass retention, DateOnly day)
    {
        var found = ImmutableArray.CreateBuilder<LegalHold>();
        var own = Convert.ToHexStringLower(person);
        foreach (var hold in holds)
        {
            if (hold.Viewer == viewer && hold.Runs(day) && (hold.Person == own || Share(database, viewer, person, Convert.FromHexString(hold.Person), retention)))
            {
                found.Add(hold);
            }
        }

        return found.ToImmutable();
    }

    private static bool Share(Database database, string viewer, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, RetentionClass retention)
    {
        var row = database.Prepare(
            $"""
            SELECT 1 FROM view_person a JOIN view_person b ON b.idx = a.idx AND b.viewer = a.viewer JOIN leaf l ON l.idx = a.idx
            WHERE a.person = ?1 AND a.viewer = ?2 AND b.person = ?3 AND {RetentionSql.ClassOfLeaf} = ?4 LIMIT 1
            """).Bind(1, one).Bind(2, viewer).Bind(3, other).Bind(4, (long)retention);
        var found = row.Step();
        row.Reset();
        return found || (retention == ReportSealer.Retention && SealedReports.Share(database, viewer, one, other));
    }
}
