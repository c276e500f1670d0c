using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Reads the log. A viewer finds only records that have a view for it: every query starts there.</summary>
internal sealed class StoredLogReading(ReaderPool readers, ViewSealer sealer, VerifierKey key) : ILogReading, ILogCheck
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
            return first + asked.width <= entries ? new StoredTreeHashes(database).Read(asked.level, first, asked.width).ToArray() : null;
        })));
    }

    /// <inheritdoc/>
    public ValueTask<ReceiptProof?> ProofAsync(string viewer, Guid transaction, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((viewer, transaction, key.Name), static (database, asked) => database.InOneSnapshot(() =>
        {
            var row = database.Prepare("SELECT l.idx, l.hash, v.sealed FROM leaf l JOIN view v ON v.idx = l.idx AND v.viewer = ?1 WHERE l.tx = ?2 ORDER BY l.idx LIMIT 1")
                .Bind(1, asked.viewer).Bind(2, asked.transaction.ToByteArray(bigEndian: true));
            if (!row.Step())
            {
                return null;
            }

            var (index, hash, envelope) = (row.Long(0), row.Bytes(1), row.Bytes(2));
            row.Reset();
            var (size, note) = Newest(database);
            var proof = MerkleProofs.Inclusion(new StoredTreeHashes(database), index, size);
            return new ReceiptProof(
                asked.transaction, asked.Name, index, Convert.ToHexStringLower(hash), size, [.. proof.Select(Convert.ToHexStringLower)], Encoding.UTF8.GetString(note))
            {
                Erased = ErasureTable.Find(database, index, asked.viewer, envelope),
            };
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
                found.Add(Visible(database, asked.sealer, asked.viewer, rows));
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

            var record = Visible(database, asked.sealer, asked.viewer, row);
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
        new(readers.Read((key, cancellation), static (database, asked) => database.InOneSnapshot(() => DatabaseVerification.Run(database, Trusting(database, asked.key), asked.cancellation))));

    /// <inheritdoc/>
    public ValueTask<LogVerification> CheckAsync(LogStretch stretch, CancellationToken cancellation) =>
        new(readers.Read((key, stretch, cancellation), static (database, asked) => database.InOneSnapshot(() => DatabaseVerification.Run(database, asked.key, asked.stretch, asked.cancellation))));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<string>> KeysAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(0, static (database, _) => LogKeyTable.Read(database).Select(static r => r.Key.ToString()).ToImmutableArray()));
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LatestTimeAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(0, static (database, _) =>
        {
            var row = database.Prepare("SELECT max(time) FROM leaf");
            DateTimeOffset? latest = row.Step() && !row.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(row.Long(0)) : null;
            row.Reset();
            return latest;
        }));
    }

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

    /// <summary>The keys of this log that someone can trust who trusts one of them.</summary>
    internal static LogKeys Trusting(Database database, VerifierKey trusted) =>
        LogKeyTable.Trusting(LogKeyTable.Read(database), trusted, size => TreeState.Restore(size, new StoredTreeHashes(database)).Root());

    internal static VisibleRecord Visible(Database database, ViewSealer sealer, string viewer, Statement row)
    {
        var (index, bytes) = (row.Long(0), row.Bytes(1));
        var leaf = LeafReader.Parse(bytes);
        var (opened, erased) = ViewOpening.Open(database, sealer, index, viewer, row.Bytes(2));
        var values = opened?.Values.Select(static v => new RecordValue(v.Field, v.Value)).ToImmutableArray() ?? [];
        return new VisibleRecord(index, bytes, leaf.Record with { Views = [new RecordView(viewer, values, opened?.Persons ?? [])] }, values) { Erased = erased };
    }
}
