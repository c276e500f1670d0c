using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads and writes <c>legal_hold</c>.</summary>
internal static class LegalHoldTable
{
    /// <summary>Lays a hold, inside the log's transaction.</summary>
    public static void Lay(Database database, LegalHold hold) => database.Prepare("INSERT INTO legal_hold (tx, viewer, person, reason, until_day, by_whom) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .Bind(1, hold.Transaction.ToByteArray(bigEndian: true)).Bind(2, hold.Viewer).Bind(3, Convert.FromHexString(hold.Person)).Bind(4, hold.Reason).Bind(5, hold.Until.DayNumber).Bind(6, hold.By).Run();

    /// <summary>Lifts holds, inside the log's transaction.</summary>
    public static void Lift(Database database, IEnumerable<Guid> holds, Guid by)
    {
        foreach (var hold in holds)
        {
            database.Prepare("UPDATE legal_hold SET lifted = ?2 WHERE tx = ?1 AND lifted IS NULL").Bind(1, hold.ToByteArray(bigEndian: true)).Bind(2, by.ToByteArray(bigEndian: true)).Run();
        }
    }

    /// <summary>All holds, lifted and past ones too.</summary>
    public static ImmutableArray<LegalHold> All(Database database)
    {
        var found = ImmutableArray.CreateBuilder<LegalHold>();
        var rows = database.Prepare("SELECT tx, viewer, person, reason, until_day, by_whom, lifted FROM legal_hold ORDER BY tx");
        while (rows.Step())
        {
            found.Add(new LegalHold(
                new Guid(rows.Span(0), bigEndian: true), rows.Text(1), Convert.ToHexStringLower(rows.Span(2)), rows.Text(3), DateOnly.FromDayNumber((int)rows.Long(4)), rows.Text(5), !rows.IsNull(6)));
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
