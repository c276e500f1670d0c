using System.Runtime.InteropServices;
using ConvenantGateway.Audit;
using Npgsql;
using NpgsqlTypes;

namespace ConvenantGateway.Store;

/// <summary>Collects the rows of a batch and inserts them with one statement per table, all in the round trip of the commit.</summary>
internal sealed class PostgresLeafWriter(PostgresDatabase database) : LeafWriter(database)
{
    // A statement's arrays stay far below the gigabyte that the server takes.
    private const int MostItems = 4096;

    private const string Length = "SELECT 1 / (CASE WHEN (SELECT coalesce(max(idx), -1) + 1 FROM leaf) = $1 THEN 1 ELSE 0 END)";

    private const string Leaves = """
        INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency)
        SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bytea[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[])
        """;

    private const string Views = "INSERT INTO view (id, idx, viewer, sealed) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bytea[])";
    private const string Persons = "INSERT INTO view_person (person, viewer, idx) SELECT * FROM unnest($1::bytea[], $2::text[], $3::bigint[]) ON CONFLICT DO NOTHING";

    private readonly PostgresDatabase _database = database;
    private readonly List<(long Index, PreparedRecord Item)> _items = [];

    /// <summary>In the round trip of what follows: the server stops there if the log is not that long.</summary>
    public override void Begin(long size)
    {
        _items.Clear();
        _database.Later(Command(Length, new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = size }), null, NotThatLong);
    }

    /// <inheritdoc/>
    public override void Write(long index, PreparedRecord item)
    {
        _items.Add((index, item));
        if (_items.Count == MostItems)
        {
            WriteItems();
        }
    }

    /// <inheritdoc/>
    public override void Write(LogSeal seal)
    {
        if (_items.Count > 0)
        {
            WriteItems();
        }

        base.Write(seal);
    }

    private void WriteItems()
    {
        _database.Later(
            Command(
                Leaves,
                Numbers(_items.ConvertAll(static i => i.Index)),
                Bytes(_items.ConvertAll(static i => i.Item.LeafHash)),
                Bytes(_items.ConvertAll(static i => i.Item.Leaf)),
                Numbers(_items.ConvertAll(static i => i.Item.Record.Time.ToUnixTimeMilliseconds())),
                Bytes(_items.ConvertAll(static i => i.Item.Record.Transaction.ToByteArray(bigEndian: true))),
                Numbers(_items.ConvertAll(static i => (long)i.Item.Record.Type)),
                Texts(_items.ConvertAll(static i => i.Item.Record.Caller)),
                Texts(_items.ConvertAll(static i => i.Item.Record.Counterparty)),
                Texts(_items.ConvertAll(static i => i.Item.Record.Purpose)),
                Texts(_items.ConvertAll(static i => i.Item.Record.Outcome)),
                Texts(_items.ConvertAll(static i => Rules(i.Item.Record))),
                Numbers(_items.ConvertAll(static i => i.Item.Record.Emergency ? 1L : 0L))),
            null);
        WriteViews();
        _items.Clear();
    }

    private void WriteViews()
    {
        var (ids, indexes, viewers, envelopes) = (new List<long>(), new List<long>(), new List<string>(), new List<byte[]>());
        var (persons, personViewers, personIndexes) = (new List<byte[]>(), new List<string>(), new List<long>());
        foreach (var (index, item) in _items)
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

        if (ids.Count > 0)
        {
            _database.Later(Command(Views, Numbers(ids), Numbers(indexes), Texts(viewers), Bytes(envelopes)), null);
        }

        if (persons.Count > 0)
        {
            _database.Later(Command(Persons, Bytes(persons), Texts(personViewers), Numbers(personIndexes)), null);
        }
    }

    private static byte[] Array(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length ? segment.Array : bytes.ToArray();

    private static NpgsqlParameter<List<long>> Numbers(List<long> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint, TypedValue = values };

    private static NpgsqlParameter<List<string>> Texts(List<string> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = values };

    private static NpgsqlParameter<List<byte[]>> Bytes(List<byte[]> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, TypedValue = values };

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
