using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads the log. A viewer finds only records that have a view for it: every query starts there.</summary>
internal sealed class SqliteLogReading(ReaderPool readers, ViewSealer sealer, VerifierKey key) : ILogReading
{
    private const string NewestCheckpoint = "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1";

    /// <inheritdoc/>
    public string VerifierKey { get; } = key.ToString();

    /// <inheritdoc/>
    public ValueTask<byte[]> CheckpointAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(0, static (database, _) => Newest(database).Note));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> TileAsync(int level, long index, int width, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (level is < 0 or > 7 || index < 0 || index > long.MaxValue / HashTile.Width / 2 || width is < 1 or > HashTile.Width)
        {
            return new((byte[]?)null);
        }

        return new(readers.Read((level, index, width), static (database, asked) => database.InOneSnapshot(() =>
        {
            var first = asked.index * HashTile.Width;
            var entries = Newest(database).Size >> (8 * asked.level);
            return first + asked.width <= entries ? new SqliteTreeHashes(database).Read(asked.level, first, asked.width).ToArray() : null;
        })));
    }

    /// <inheritdoc/>
    public ValueTask<ReceiptProof?> ProofAsync(string viewer, Guid transaction, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, transaction, key.Name), static (database, asked) => database.InOneSnapshot(() =>
        {
            var row = database.Prepare("SELECT l.idx, l.hash FROM leaf l JOIN view v ON v.idx = l.idx AND v.viewer = ?1 WHERE l.tx = ?2 ORDER BY l.idx LIMIT 1")
                .Bind(1, asked.viewer).Bind(2, asked.transaction.ToByteArray(bigEndian: true));
            if (!row.Step())
            {
                return null;
            }

            var (index, hash) = (row.Long(0), row.Bytes(1));
            row.Reset();
            var (size, note) = Newest(database);
            var proof = MerkleProofs.Inclusion(new SqliteTreeHashes(database), index, size);
            return new ReceiptProof(
                asked.transaction, asked.Name, index, Convert.ToHexStringLower(hash), size, [.. proof.Select(Convert.ToHexStringLower)], Encoding.UTF8.GetString(note));
        })));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<VisibleRecord>> ListAsync(string viewer, RecordQuery query, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, query, sealer), static (database, asked) =>
        {
            var rows = RecordListing.Select(database, asked.sealer, asked.viewer, asked.query);
            var found = new List<VisibleRecord>();
            while (rows.Step())
            {
                found.Add(Visible(asked.sealer, asked.viewer, rows));
            }

            return (IReadOnlyList<VisibleRecord>)found;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<VisibleRecord?> FindAsync(string viewer, long index, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, index, sealer), static (database, asked) =>
        {
            var row = database.Prepare("SELECT l.idx, l.bytes, v.sealed FROM view v JOIN leaf l ON l.idx = v.idx WHERE v.viewer = ?1 AND v.idx = ?2")
                .Bind(1, asked.viewer).Bind(2, asked.index);
            if (!row.Step())
            {
                return null;
            }

            var record = Visible(asked.sealer, asked.viewer, row);
            row.Reset();
            return record;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordCount>> CountAsync(string viewer, RecordCountQuery query, CancellationToken cancellation)
    {
        query.Check();
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, query), static (database, asked) => RecordCounting.Read(database, asked.viewer, asked.query)));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> CheckpointOfAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(until, static (database, asked) => RecordCounting.CheckpointOf(database, asked)));
    }

    /// <inheritdoc/>
    public ValueTask<LogVerification> VerifyAsync(CancellationToken cancellation) =>
        new(readers.Read((key, cancellation), static (database, asked) => database.InOneSnapshot(() => DatabaseVerification.Run(database, asked.key, asked.cancellation))));

    internal static (long Size, byte[] Note) Newest(Database database)
    {
        var row = database.Prepare(NewestCheckpoint);
        if (!row.Step())
        {
            throw new InvalidDataException("the log has no checkpoint");
        }

        var newest = (row.Long(0), row.Bytes(1));
        row.Reset();
        return newest;
    }

    internal static VisibleRecord Visible(ViewSealer sealer, string viewer, Statement row)
    {
        var bytes = row.Bytes(1);
        var leaf = LeafReader.Parse(bytes);
        var opened = sealer.Open(viewer, row.Bytes(2));
        var values = opened?.Values.Select(static v => new RecordValue(v.Field, v.Value)).ToImmutableArray() ?? [];
        return new VisibleRecord(row.Long(0), bytes, leaf.Record with { Views = [new RecordView(viewer, values, opened?.Persons ?? [])] }, values);
    }
}
