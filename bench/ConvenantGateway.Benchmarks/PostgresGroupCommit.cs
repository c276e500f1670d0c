using Npgsql;
using NpgsqlTypes;

namespace ConvenantGateway.Benchmarks;

/// <summary>PostgreSQL's own group commit: the same tables, indexes and lingering as the log has, and a plain quick way to insert the same rows: arrays, prepared, a statement per table, one round trip per commit. Nothing of the log.</summary>
internal sealed class PostgresGroupCommit : IGroupCommit
{
    private const string Schema = """
        CREATE TABLE leaf (idx BIGINT PRIMARY KEY, hash BYTEA NOT NULL, bytes BYTEA NOT NULL, time BIGINT NOT NULL, tx BYTEA NOT NULL, type BIGINT NOT NULL, caller TEXT COLLATE "C" NOT NULL,
          counterparty TEXT COLLATE "C" NOT NULL, purpose TEXT COLLATE "C" NOT NULL, outcome TEXT COLLATE "C" NOT NULL, rules TEXT COLLATE "C" NOT NULL, emergency BIGINT NOT NULL DEFAULT 0);
        CREATE INDEX leaf_tx ON leaf (tx);
        CREATE INDEX leaf_time ON leaf (time);
        CREATE INDEX leaf_relay_intent ON leaf (idx) WHERE type = 22;
        CREATE INDEX leaf_tombstone ON leaf (idx) WHERE type = 16;
        CREATE TABLE view (id BIGINT PRIMARY KEY, idx BIGINT NOT NULL, viewer TEXT COLLATE "C" NOT NULL, sealed BYTEA NOT NULL);
        CREATE UNIQUE INDEX view_viewer ON view (viewer, idx);
        CREATE TABLE view_person (person BYTEA NOT NULL, viewer TEXT COLLATE "C" NOT NULL, idx BIGINT NOT NULL, PRIMARY KEY (person, viewer, idx));
        """;

    private static readonly string[] Viewers = ["ziekenhuis-noord", "ashg-noord"];

    private readonly NpgsqlConnection _connection;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private List<EngineRows> _items = [];
    private List<EngineRows> _spare = [];
    private bool _closed;
    private long _index;

    public PostgresGroupCommit(string place)
    {
        _connection = new NpgsqlConnection($"{place};Pooling=false;Max Auto Prepare=20;Auto Prepare Min Usages=2");
        _connection.Open();
        using var make = new NpgsqlCommand($"SET synchronous_commit = on; {Schema}", _connection);
        make.ExecuteNonQuery();
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public string Name => "PostgreSQL group commit of the same rows";

    /// <inheritdoc/>
    public Task AppendAsync(EngineRows rows)
    {
        lock (_gate)
        {
            _items.Add(rows);
            Monitor.Pulse(_gate);
        }

        return rows.Done.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _connection.Dispose();
    }

    private void Run()
    {
        while (Take() is { } batch)
        {
            using var commands = new NpgsqlBatch(_connection);
            commands.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
            commands.BatchCommands.Add(Leaves(batch));
            commands.BatchCommands.Add(Views(batch));
            commands.BatchCommands.Add(Persons(batch));
            commands.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
            commands.ExecuteNonQuery();
            _index += batch.Count;
            foreach (var rows in batch)
            {
                rows.Done.SetResult();
            }
        }
    }

    private List<EngineRows>? Take()
    {
        lock (_gate)
        {
            while (_items.Count == 0)
            {
                if (_closed)
                {
                    return null;
                }

                Monitor.Wait(_gate);
            }
        }

        var seen = 0;
        for (var i = 0; i < 64 && Volatile.Read(ref _items).Count != seen; i++)
        {
            seen = Volatile.Read(ref _items).Count;
            Thread.Yield();
        }

        lock (_gate)
        {
            var batch = _items;
            _spare.Clear();
            (_items, _spare) = (_spare, batch);
            return batch;
        }
    }

    private NpgsqlBatchCommand Leaves(List<EngineRows> batch)
    {
        var command = new NpgsqlBatchCommand(
            """
            INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency)
            SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bytea[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[])
            """);
        Add(command, NpgsqlDbType.Bigint, Enumerable.Range(0, batch.Count).Select(i => _index + i).ToArray());
        Add(command, NpgsqlDbType.Bytea, batch.Select(static r => r.Hash.ToArray()).ToArray());
        Add(command, NpgsqlDbType.Bytea, batch.Select(static r => r.Leaf).ToArray());
        Add(command, NpgsqlDbType.Bigint, batch.Select(static r => r.Time).ToArray());
        Add(command, NpgsqlDbType.Bytea, batch.Select(static r => r.Transaction.ToByteArray(bigEndian: true)).ToArray());
        Add(command, NpgsqlDbType.Bigint, batch.Select(static _ => 1L).ToArray());
        foreach (var text in (string[])[Viewers[0], Viewers[1], "REFER", "stored", " R-20 R-21 "])
        {
            Add(command, NpgsqlDbType.Text, batch.Select(_ => text).ToArray());
        }

        Add(command, NpgsqlDbType.Bigint, batch.Select(static _ => 0L).ToArray());

        return command;
    }

    private NpgsqlBatchCommand Views(List<EngineRows> batch)
    {
        var command = new NpgsqlBatchCommand("INSERT INTO view (id, idx, viewer, sealed) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bytea[])");
        Add(command, NpgsqlDbType.Bigint, batch.SelectMany((_, i) => new[] { (_index + i) * 256, ((_index + i) * 256) + 1 }).ToArray());
        Add(command, NpgsqlDbType.Bigint, batch.SelectMany((_, i) => new[] { _index + i, _index + i }).ToArray());
        Add(command, NpgsqlDbType.Text, batch.SelectMany(static _ => Viewers).ToArray());
        Add(command, NpgsqlDbType.Bytea, batch.SelectMany(static r => new[] { r.Sealed, r.Sealed }).ToArray());
        return command;
    }

    private NpgsqlBatchCommand Persons(List<EngineRows> batch)
    {
        var command = new NpgsqlBatchCommand("INSERT INTO view_person (person, viewer, idx) SELECT * FROM unnest($1::bytea[], $2::text[], $3::bigint[]) ON CONFLICT DO NOTHING");
        Add(command, NpgsqlDbType.Bytea, batch.SelectMany(static r => r.Persons).ToArray());
        Add(command, NpgsqlDbType.Text, batch.SelectMany(static _ => Viewers).ToArray());
        Add(command, NpgsqlDbType.Bigint, batch.SelectMany((_, i) => new[] { _index + i, _index + i }).ToArray());
        return command;
    }

    private static void Add<T>(NpgsqlBatchCommand command, NpgsqlDbType type, T[] values) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values });
}
