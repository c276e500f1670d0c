using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads requests for person reports. The viewer is in every query and bound to the sealed bytes.</summary>
internal sealed class SqlitePersonReports(ReaderPool readers, ContentCipher cipher) : IPersonReports
{
    private const string Newest =
        "SELECT r.id, r.revision, r.wrapped, r.sealed FROM person_report r WHERE r.viewer = ?1 AND r.revision = (SELECT max(n.revision) FROM person_report n WHERE n.id = r.id)";

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<PersonReportFile>> ListAsync(PartnerId viewer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, cipher), static (database, asked) =>
            Read(database.Prepare($"{Newest} ORDER BY r.received DESC, r.id LIMIT 500").Bind(1, asked.viewer.Value), asked.viewer, asked.cipher)));
    }

    /// <inheritdoc/>
    public ValueTask<PersonReportFile?> FindAsync(PartnerId viewer, Guid id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, id, cipher), static (database, asked) =>
            Read(database.Prepare($"{Newest} AND r.id = ?2").Bind(1, asked.viewer.Value).Bind(2, asked.id.ToByteArray(bigEndian: true)), asked.viewer, asked.cipher).FirstOrDefault()));
    }

    private static ImmutableArray<PersonReportFile> Read(Statement rows, PartnerId viewer, ContentCipher cipher)
    {
        var found = ImmutableArray.CreateBuilder<PersonReportFile>();
        while (rows.Step())
        {
            var bound = CompanionPreparer.ReportBound(viewer.Value, new Guid(rows.Span(0), bigEndian: true), rows.Int(1));
            found.Add(ReportJson.ReadFile(cipher.Open(viewer.Value, rows.Span(2), rows.Span(3), bound)));
        }

        return found.ToImmutable();
    }
}
