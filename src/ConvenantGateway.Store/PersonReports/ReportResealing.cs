using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>
/// Seals anew, once, the requests that an earlier build sealed under the register's key: an erasure could not reach them. One transaction, before anything is served; what it replaces is overwritten. A request of a person
/// who was erased since its record was made is sealed under a key that nobody has.
/// </summary>
internal static class ReportResealing
{
    /// <summary>Seals what is left of the old form; nothing if there is none.</summary>
    /// <param name="log">The writer's connection, outside a transaction.</param>
    /// <param name="keys">The keys.</param>
    /// <exception cref="InvalidDataException">A stored request was changed.</exception>
    public static void Run(Database log, KeyRing keys)
    {
        var old = Old(log);
        if (old.Count == 0)
        {
            return;
        }

        var cipher = new ContentCipher(keys);
        var files = old.ConvertAll(row => ReportJson.ReadFile(cipher.Open(row.Viewer, row.Wrapped, row.Sealed, Bound(row))));
        var indexes = Indexes(log, new ViewSealer(keys), old.Select(static r => r.Viewer).Distinct(StringComparer.Ordinal));
        var sqlite = log as SqliteDatabase;
        sqlite?.Run("PRAGMA secure_delete = ON");
        log.Begin();
        try
        {
            for (var i = 0; i < old.Count; i++)
            {
                Write(log, keys, old[i], files[i], indexes.GetValueOrDefault((old[i].Id, old[i].Revision), Last(log)));
            }

            log.Commit();
        }
        finally
        {
            log.RollBack();
            sqlite?.Run("PRAGMA secure_delete = OFF");
        }

        Scrub(log);
    }

    private static void Write(Database log, KeyRing keys, OldRow row, PersonReportFile file, long index)
    {
        var envelope = new ReportSealer(new LostKeys(keys)).Seal(file);
        if (ErasureTable.Find(log, index, row.Viewer, envelope) is null)
        {
            envelope = new ReportSealer(keys).Seal(file);
        }

        log.Prepare("UPDATE person_report SET idx = ?3, persons = ?4, wrapped = ?5, sealed = ?6 WHERE id = ?1 AND revision = ?2")
            .Bind(1, row.Id.ToByteArray(bigEndian: true)).Bind(2, row.Revision).Bind(3, index).Bind(4, ViewEnvelope.PersonsSpan(envelope)).Bind(5, ReadOnlySpan<byte>.Empty).Bind(6, envelope).Run();
    }

    // On SQLite somebody who reads the file may keep the old pages in the write-ahead log a little longer: the next checkpoint takes them out. That is no reason not to serve.
    private static void Scrub(Database log)
    {
        try
        {
            log.Scrub("person_report");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // As said.
        }
    }

    private static List<OldRow> Old(Database log)
    {
        var found = new List<OldRow>();
        var rows = log.Prepare("SELECT id, revision, viewer, wrapped, sealed FROM person_report WHERE idx < 0 ORDER BY id, revision");
        while (rows.Step())
        {
            found.Add(new OldRow(new Guid(rows.Span(0), bigEndian: true), rows.Int(1), rows.Text(2), rows.Bytes(3), rows.Bytes(4)));
        }

        return found;
    }

    // Each revision was written with one record, which names it: where a tombstone stands before or after is told by its index.
    private static Dictionary<(Guid Id, int Revision), long> Indexes(Database log, ViewSealer sealer, IEnumerable<string> viewers)
    {
        var found = new Dictionary<(Guid, int), long>();
        foreach (var viewer in viewers)
        {
            var rows = log.Prepare($"SELECT l.idx, v.sealed FROM leaf l JOIN view v ON v.idx = l.idx WHERE l.type = {(int)RecordType.PersonReport} AND v.viewer = ?1").Bind(1, viewer);
            while (rows.Step())
            {
                if (sealer.Open(viewer, rows.Bytes(1)) is { } view
                    && Guid.TryParse(Value(view, "request"), out var id) && int.TryParse(Value(view, "revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
                {
                    found[(id, revision)] = rows.Long(0);
                }
            }
        }

        return found;
    }

    private static string? Value(OpenedView view, string field) => view.Values.FirstOrDefault(v => v.Field == field)?.Value;

    private static long Last(Database log)
    {
        var row = log.Prepare("SELECT coalesce(max(idx), 0) FROM leaf");
        var last = row.Step() ? row.Long(0) : 0;
        row.Reset();
        return last;
    }

    private static byte[] Bound(OldRow row) => ResourceColumns.Bound("person-report", row.Viewer, $"{row.Id:N}", $"{row.Revision}");

    private sealed record OldRow(Guid Id, int Revision, string Viewer, byte[] Wrapped, byte[] Sealed);

    // The right search keys, and sealing keys that are thrown away.
    private sealed class LostKeys(IRecordKeys keys) : IRecordKeys
    {
        public ReadOnlyMemory<byte> SearchKey(string viewer) => keys.SearchKey(viewer);

        public ReadOnlyMemory<byte> SealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);

        public byte[]? FindSealingKey(string viewer, ReadOnlySpan<byte> person, RetentionClass retention) => null;
    }
}
