using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads requests for person reports. The viewer is in every query and bound to the sealed bytes.</summary>
internal sealed class StoredPersonReports(ReaderPool readers, ReportSealer sealer) : IPersonReports
{
    private const string Newest =
        "SELECT r.id, r.revision, r.idx, r.received, r.sealed FROM person_report r WHERE r.viewer = ?1 AND r.revision = (SELECT max(n.revision) FROM person_report n WHERE n.id = r.id)";

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredPersonReport>> ListAsync(PartnerId viewer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, sealer), static (database, asked) =>
            Read(database, database.Prepare($"{Newest} ORDER BY r.received DESC, r.id LIMIT 500").Bind(1, asked.viewer.Value), asked.viewer, asked.sealer)));
    }

    /// <inheritdoc/>
    public ValueTask<StoredPersonReport?> FindAsync(PartnerId viewer, Guid id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, id, sealer), static (database, asked) =>
            Read(database, database.Prepare($"{Newest} AND r.id = ?2").Bind(1, asked.viewer.Value).Bind(2, asked.id.ToByteArray(bigEndian: true)), asked.viewer, asked.sealer).FirstOrDefault()));
    }

    private static ImmutableArray<StoredPersonReport> Read(Database database, Statement rows, PartnerId viewer, ReportSealer sealer)
    {
        var found = ImmutableArray.CreateBuilder<StoredPersonReport>();
        while (rows.Step())
        {
            var id = new Guid(rows.Span(0), bigEndian: true);
            var received = new DateTimeOffset(rows.Long(3), TimeSpan.Zero);
            var (file, erased) = sealer.Open(database, viewer.Value, id, rows.Int(1), rows.Long(2), rows.Bytes(4));
            found.Add(new StoredPersonReport(id, received, file, erased));
        }

        return found.ToImmutable();
    }
}
