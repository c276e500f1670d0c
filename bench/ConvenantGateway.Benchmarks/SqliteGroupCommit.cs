using SQLitePCL;

namespace ConvenantGateway.Benchmarks;

/// <summary>The engine's own group commit: the same tables, indexes, pragmas, lingering and way to call SQLite as the log has; nothing of the log.</summary>
internal sealed class SqliteGroupCommit : IGroupCommit
{
    private const string Schema = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;
        CREATE TABLE leaf (idx INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL, time INTEGER NOT NULL, tx BLOB NOT NULL, type INTEGER NOT NULL,
          caller TEXT NOT NULL, counterparty TEXT NOT NULL, purpose TEXT NOT NULL, outcome TEXT NOT NULL, rules TEXT NOT NULL, emergency INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX leaf_tx ON leaf (tx);
        CREATE INDEX leaf_time ON leaf (time);
        CREATE INDEX leaf_relay_intent ON leaf (idx) WHERE type = 22;
        CREATE INDEX leaf_tombstone ON leaf (idx) WHERE type = 16;
        CREATE TABLE view (id INTEGER PRIMARY KEY, idx INTEGER NOT NULL, viewer TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX view_viewer ON view (viewer, idx);
        CREATE TABLE view_person (person BLOB NOT NULL, viewer TEXT NOT NULL, idx INTEGER NOT NULL, PRIMARY KEY (person, viewer, idx)) STRICT, WITHOUT ROWID;
        """;

    private static readonly string[] Viewers = ["ziekenhuis-noord", "ashg-noord"];

    private readonly sqlite3 _connection;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _commit;
    private readonly sqlite3_stmt _leaf;
    private readonly sqlite3_stmt _view;
    private readonly sqlite3_stmt _person;
    private List<EngineRows> _items = [];
    private List<EngineRows> _spare = [];
    private bool _closed;
    private long _index;

    public SqliteGroupCommit(string path)
    {
        Batteries_V2.Init();
        Must(raw.sqlite3_open_v2(path, out _connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Must(raw.sqlite3_exec(_connection, Schema));
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _leaf = Prepare("INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
        _view = Prepare("INSERT INTO view (id, idx, viewer, sealed) VALUES (?1, ?2, ?3, ?4)");
        _person = Prepare("INSERT OR IGNORE INTO view_person (person, viewer, idx) VALUES (?1, ?2, ?3)");
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public string Name => "SQLite group commit of the same rows";

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
        foreach (var statement in (sqlite3_stmt[])[_begin, _commit, _leaf, _view, _person])
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            lock (_gate)
            {
                while (_items.Count == 0)
                {
                    if (_closed)
                    {
                        return;
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

            List<EngineRows> batch;
            lock (_gate)
            {
                batch = _items;
                _spare.Clear();
                (_items, _spare) = (_spare, batch);
            }

            Step(_begin);
            foreach (var rows in batch)
            {
                Write(rows);
            }

            Step(_commit);
            foreach (var rows in batch)
            {
                rows.Done.SetResult();
            }
        }
    }

    private void Write(EngineRows rows)
    {
        Span<byte> transaction = stackalloc byte[16];
        rows.Transaction.TryWriteBytes(transaction, bigEndian: true, out _);
        _ = raw.sqlite3_bind_int64(_leaf, 1, _index);
        _ = raw.sqlite3_bind_blob(_leaf, 2, rows.Hash.Span);
        _ = raw.sqlite3_bind_blob(_leaf, 3, rows.Leaf);
        _ = raw.sqlite3_bind_int64(_leaf, 4, rows.Time);
        _ = raw.sqlite3_bind_blob(_leaf, 5, transaction);
        _ = raw.sqlite3_bind_int64(_leaf, 6, 1);
        _ = raw.sqlite3_bind_text(_leaf, 7, Viewers[0]);
        _ = raw.sqlite3_bind_text(_leaf, 8, Viewers[1]);
        _ = raw.sqlite3_bind_text(_leaf, 9, "REFER");
        _ = raw.sqlite3_bind_text(_leaf, 10, "stored");
        _ = raw.sqlite3_bind_text(_leaf, 11, " R-20 R-21 ");
        _ = raw.sqlite3_bind_int64(_leaf, 12, 0);
        Step(_leaf);
        for (var i = 0; i < Viewers.Length; i++)
        {
            _ = raw.sqlite3_bind_int64(_view, 1, (_index * 256) + i);
            _ = raw.sqlite3_bind_int64(_view, 2, _index);
            _ = raw.sqlite3_bind_text(_view, 3, Viewers[i]);
            _ = raw.sqlite3_bind_blob(_view, 4, rows.Sealed);
            Step(_view);
            _ = raw.sqlite3_bind_blob(_person, 1, rows.Persons[i]);
            _ = raw.sqlite3_bind_text(_person, 2, Viewers[i]);
            _ = raw.sqlite3_bind_int64(_person, 3, _index);
            Step(_person);
        }

        _index++;
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Must(raw.sqlite3_prepare_v2(_connection, sql, out var statement));
        return statement;
    }

    private static void Step(sqlite3_stmt statement)
    {
        var rc = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (rc != raw.SQLITE_DONE)
        {
            throw new InvalidOperationException($"SQLite error {rc}");
        }
    }

    private static void Must(int rc)
    {
        if (rc != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite error {rc}");
        }
    }
}
