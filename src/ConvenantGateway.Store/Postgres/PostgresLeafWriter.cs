using System.Runtime.InteropServices;
using ConvenantGateway.Audit;
using Npgsql;
using NpgsqlTypes;

namespace ConvenantGateway.Store;

/// <summary>
/// Collects the rows of a batch and inserts them into all tables of the log with one statement. Where nothing else is to be written, it is the whole transaction: the package sends a single statement on the thread
/// that runs it, and several by way of others.
/// </summary>
internal sealed class PostgresLeafWriter(PostgresDatabase database) : LeafWriter(database)
{
    // A statement's arrays stay far below the gigabyte that the server takes.
    private const int MostItems = 4096;

    private const string Rows = """
        l AS (INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency)
          SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bytea[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[])),
        v AS (INSERT INTO view (id, idx, viewer, sealed) SELECT * FROM unnest($13::bigint[], $14::bigint[], $15::text[], $16::bytea[])),
        p AS (INSERT INTO view_person (person, viewer, idx) SELECT * FROM unnest($17::bytea[], $18::text[], $19::bigint[]) ON CONFLICT DO NOTHING)
        """;

    private const string Part = $"WITH {Rows} SELECT 1";

    // The division stops the statement, and so the transaction, if the log has another length.
    private const string Seal = """
        demand AS (SELECT 1 / (CASE WHEN (SELECT coalesce(max(idx), -1) + 1 FROM leaf) = $20 THEN 1 ELSE 0 END) AS met)
        INSERT INTO checkpoint (size, note) SELECT $21, $22 FROM demand WHERE met = 1
        """;

    private const string Last = $"WITH {Rows}, {Seal}";
    private const string LastWithTiles = $"WITH {Rows}, t AS (INSERT INTO tile (level, idx, root, hashes) SELECT * FROM unnest($23::bigint[], $24::bigint[], $25::bytea[], $26::bytea[])), {Seal}";

    private readonly PostgresDatabase _database = database;
    private readonly List<(long Index, PreparedRecord Item)> _items = [];
    private long _size;

    /// <summary>Forgets what a failed transaction left; the length is demanded with the seal.</summary>
    public override void Begin(long size)
    {
        _items.Clear();
        _size = size;
    }

    /// <inheritdoc/>
    public override void Write(long index, PreparedRecord item)
    {
        _items.Add((index, item));
        if (_items.Count == MostItems)
        {
            _database.Later(Command(Part, RowsOf(_items)), null);
            _size += _items.Count;
            _items.Clear();
        }
    }

    /// <inheritdoc/>
    public override void Write(LogSeal seal)
    {
        var tiles = seal.Tiles.ToArray();
        var command = Command(tiles.Length == 0 ? Last : LastWithTiles, RowsOf(_items));
        Add(
            command,
            new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = _size },
            new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = seal.Size },
            new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = Array(seal.Checkpoint) });
        if (tiles.Length > 0)
        {
            Add(
                command,
                Values(NpgsqlDbType.Bigint, System.Array.ConvertAll(tiles, static t => (long)t.Level)),
                Values(NpgsqlDbType.Bigint, System.Array.ConvertAll(tiles, static t => t.Index)),
                Values(NpgsqlDbType.Bytea, System.Array.ConvertAll(tiles, static t => Array(t.Root))),
                Values(NpgsqlDbType.Bytea, System.Array.ConvertAll(tiles, static t => Array(t.Hashes))));
        }

        _database.Later(command, null, NotThatLong);
        _items.Clear();
    }

    private static NpgsqlParameter[] RowsOf(List<(long Index, PreparedRecord Item)> items)
    {
        var (ids, indexes, viewers, envelopes) = (new List<long>(), new List<long>(), new List<string>(), new List<byte[]>());
        var (persons, personViewers, personIndexes) = (new List<byte[]>(), new List<string>(), new List<long>());
        foreach (var (index, item) in items)
        {
            for (var i = 0; i < item.Views.Length; i++)
            {
                var view = item.Views[i];
                ids.Add((index * ViewsPerLeaf) + i);
                indexes.Add(index);
                viewers.Add(view.Viewer);
                envelopes.Add(Array(view.Envelope));
                foreach (var person in view.Persons)
                {
                    persons.Add(Array(person));
                    personViewers.Add(view.Viewer);
                    personIndexes.Add(index);
                }
            }
        }

        return
        [
            Of(NpgsqlDbType.Bigint, static i => i.Index),
            Of(NpgsqlDbType.Bytea, static i => i.Item.LeafHash),
            Of(NpgsqlDbType.Bytea, static i => i.Item.Leaf),
            Of(NpgsqlDbType.Bigint, static i => i.Item.Record.Time.ToUnixTimeMilliseconds()),
            Of(NpgsqlDbType.Bytea, static i => i.Item.Record.Transaction.ToByteArray(bigEndian: true)),
            Of(NpgsqlDbType.Bigint, static i => (long)i.Item.Record.Type),
            Of(NpgsqlDbType.Text, static i => i.Item.Record.Caller),
            Of(NpgsqlDbType.Text, static i => i.Item.Record.Counterparty),
            Of(NpgsqlDbType.Text, static i => i.Item.Record.Purpose),
            Of(NpgsqlDbType.Text, static i => i.Item.Record.Outcome),
            Of(NpgsqlDbType.Text, static i => Rules(i.Item.Record)),
            Of(NpgsqlDbType.Bigint, static i => i.Item.Record.Emergency ? 1L : 0L),
            Values(NpgsqlDbType.Bigint, [.. ids]),
            Values(NpgsqlDbType.Bigint, [.. indexes]),
            Values(NpgsqlDbType.Text, [.. viewers]),
            Values(NpgsqlDbType.Bytea, [.. envelopes]),
            Values(NpgsqlDbType.Bytea, [.. persons]),
            Values(NpgsqlDbType.Text, [.. personViewers]),
            Values(NpgsqlDbType.Bigint, [.. personIndexes]),
        ];

        NpgsqlParameter<T[]> Of<T>(NpgsqlDbType type, Func<(long Index, PreparedRecord Item), T> value)
        {
            var values = new T[items.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = value(items[i]);
            }

            return Values(type, values);
        }
    }

    private static byte[] Array(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();

    private static NpgsqlParameter<T[]> Values<T>(NpgsqlDbType type, T[] values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values };

    private static NpgsqlBatchCommand Command(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        Add(command, parameters);
        return command;
    }

    private static void Add(NpgsqlBatchCommand command, params NpgsqlParameter[] parameters)
    {
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }
    }
}
