using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Finds intents without an outcome by an index of their own, so that a start does not walk the log.</summary>
internal sealed class OpenRelays(ReaderPool readers, ViewSealer sealer) : IOpenRelays
{
    private static readonly string Intents =
        $"""
        SELECT i.idx, i.bytes FROM leaf i
        WHERE i.type = {(int)RecordType.RelayIntent} AND NOT EXISTS (SELECT 1 FROM leaf o WHERE o.tx = i.tx AND o.type = {(int)RecordType.RelayOutcome} AND o.caller = i.caller AND o.idx > i.idx) ORDER BY i.idx
        """;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ExchangeRecord>> ListAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(sealer, static (database, sealer) =>
        {
            var rows = database.Prepare(Intents);
            var found = new List<ExchangeRecord>();
            while (rows.Step())
            {
                found.Add(LeafReader.Parse(rows.Bytes(1)).Record with { Views = Views(database, sealer, rows.Long(0)) });
            }

            return (IReadOnlyList<ExchangeRecord>)found;
        }));
    }

    private static ImmutableArray<RecordView> Views(Database database, ViewSealer sealer, long index)
    {
        var rows = database.Prepare("SELECT viewer, sealed FROM view WHERE id >= ?1 AND id < ?2 ORDER BY id")
            .Bind(1, index * LeafWriter.ViewsPerLeaf).Bind(2, (index + 1) * LeafWriter.ViewsPerLeaf);
        var views = ImmutableArray.CreateBuilder<RecordView>();
        while (rows.Step())
        {
            var viewer = rows.Text(0);
            var (opened, _) = ViewOpening.Open(database, sealer, index, viewer, rows.Bytes(1));
            views.Add(new RecordView(viewer, opened is null ? [] : [.. opened.Values.Select(static v => new RecordValue(v.Field, v.Value))], opened?.Persons ?? []));
        }

        return views.ToImmutable();
    }
}
