using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Which stored requests a person's key seals.</summary>
internal static class SealedReports
{
    /// <summary>The requests of a viewer, any revision, that are sealed under a person's key since it was made.</summary>
    public static HashSet<Guid> SealedBy(Database database, string viewer, ReadOnlySpan<byte> person)
    {
        var found = new HashSet<Guid>();
        var rows = database.Prepare(
            """
            SELECT r.persons, r.id FROM person_report r
            WHERE r.viewer = ?1 AND r.idx > coalesce((SELECT max(e.idx) FROM erasure e WHERE e.viewer = ?1 AND e.person = ?2 AND e.retention = ?3), -1)
            """).Bind(1, viewer).Bind(2, person).Bind(3, (long)ReportSealer.Retention);
        while (rows.Step())
        {
            if (Names(rows.Span(0), person))
            {
                found.Add(new Guid(rows.Span(1), bigEndian: true));
            }
        }

        return found;
    }

    /// <summary>True if a request of the viewer is about both.</summary>
    public static bool Share(Database database, string viewer, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var share = false;
        var rows = database.Prepare("SELECT r.persons FROM person_report r WHERE r.viewer = ?1").Bind(1, viewer);
        while (rows.Step())
        {
            share |= Names(rows.Span(0), one) && Names(rows.Span(0), other);
        }

        return share;
    }

    private static bool Names(ReadOnlySpan<byte> persons, ReadOnlySpan<byte> person)
    {
        for (var i = 0; i + ViewEnvelope.BlindSize <= persons.Length; i += ViewEnvelope.BlindSize)
        {
            if (persons.Slice(i, ViewEnvelope.BlindSize).SequenceEqual(person))
            {
                return true;
            }
        }

        return false;
    }
}
