using System.Data;
using System.Security.Cryptography;
using System.Text;
using ConvenantGateway.Audit;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// A connection to PostgreSQL. Statements that nobody waits for are kept and sent with the next one, in one round trip; the server runs them in order and stops at the first that fails.
/// </summary>
/// <param name="connection">An open connection.</param>
/// <param name="reopen">Makes another one in place of this, if it is lost.</param>
internal sealed class PostgresDatabase(NpgsqlConnection connection, Func<PostgresDatabase, PostgresDatabase>? reopen) : Database
{
    private const int ScanSeconds = 60;
    private const string BeginWriting = "BEGIN ISOLATION LEVEL READ COMMITTED";

    private readonly Dictionary<string, PostgresStatement> _statements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly List<LaterCommand> _later = [];
    private bool _inTransaction;
    private bool _isReadOnly;
    private int _changes;

    /// <inheritdoc/>
    public override bool IsBroken => _isReadOnly || connection.FullState is not (ConnectionState.Open or (ConnectionState.Open | ConnectionState.Executing) or (ConnectionState.Open | ConnectionState.Fetching));

    /// <inheritdoc/>
    public override bool IsInTransaction => _inTransaction;

    /// <inheritdoc/>
    public override int Changes => _changes;

    /// <inheritdoc/>
    public override string Ledger => "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied BIGINT NOT NULL)";

    /// <summary>Who serves the connection: the process and when it began, in microseconds. Process ids come back.</summary>
    public (long Process, long Began) Backend { get; set; }

    /// <inheritdoc/>
    public override Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new PostgresStatement(this, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <inheritdoc/>
    public override Statement Scan(string sql)
    {
        // The name goes with the text: a prepared FETCH must not find other columns under it.
        var name = $"scan_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)).AsSpan(0, 8))}";
        return _cursors.Add(name) ? new PostgresStatement(this, sql, name) : throw new InvalidOperationException("the statement is being scanned already");
    }

    /// <inheritdoc/>
    public override void Run(string sql) => Run(sql, connection.CommandTimeout);

    /// <inheritdoc/>
    public override void RunLong(string sql) => Run(sql, 0);

    /// <inheritdoc/>
    public override void Flush()
    {
        if (_later.Count > 0)
        {
            Execute(null, null);
        }
    }

    /// <inheritdoc/>
    public override void Begin() => Begin(BeginWriting);

    /// <inheritdoc/>
    public override void BeginDestroying()
    {
        Begin();
        RunLong(CopyLock.Exclusive);
    }

    /// <summary>Where nothing of the transaction was sent yet, what waits goes as one message without BEGIN and COMMIT: the server takes that as one transaction by itself (PostgreSQL 15, section 55.2.2.1).</summary>
    public override void Commit()
    {
        if (_later.Count > 1 && _later[0].Command.CommandText == BeginWriting && !_later.Exists(static l => l.Command.CommandText == Savepoint))
        {
            _later.RemoveAt(0);
            Execute(null, null);
        }
        else
        {
            Execute(new NpgsqlBatchCommand("COMMIT"), null);
        }

        _inTransaction = false;
    }

    /// <inheritdoc/>
    public override void RollBack()
    {
        _later.Clear();
        _cursors.Clear();
        if (_inTransaction && !IsBroken)
        {
            Execute(new NpgsqlBatchCommand("ROLLBACK"), null);
        }

        _inTransaction = false;
    }

    /// <inheritdoc/>
    public override void UndoItem()
    {
        var begun = _later.FindLastIndex(static l => l.Command.CommandText == Savepoint);
        _later.RemoveRange(begun + 1, _later.Count - begun - 1);
        base.UndoItem();
    }

    /// <inheritdoc/>
    public override TResult InOneSnapshot<TResult>(Func<TResult> read)
    {
        Begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        try
        {
            var result = read();
            _cursors.Clear();
            Commit();
            return result;
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Database Reopen() => (reopen ?? throw new NotSupportedException("this connection is opened anew by who uses it"))(this);

    /// <summary>
    /// Writes the rows that are there into a new file and drops the old one. Not by <c>VACUUM FULL</c>, which keeps what it takes for visible to somebody. The write-ahead log and back-ups keep the rows until they
    /// are recycled. A reader whose snapshot is older than the <c>TRUNCATE</c> would find the table empty: so not while a copy is being made.
    /// </summary>
    public override void Scrub(string table)
    {
        try
        {
            BeginDestroying();
            RunLong($"LOCK TABLE {table}; CREATE TEMPORARY TABLE kept ON COMMIT DROP AS TABLE {table}; TRUNCATE {table}; INSERT INTO {table} SELECT * FROM kept");
            Commit();
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Keeps a command for the next round trip.</summary>
    internal void Later(NpgsqlBatchCommand command, string? uniqueness, string? demand = null) => _later.Add(new LaterCommand(command, uniqueness, demand));

    /// <summary>Ends a cursor.</summary>
    internal void CloseCursor(string name)
    {
        if (_inTransaction && _cursors.Remove(name))
        {
            Later(new NpgsqlBatchCommand($"CLOSE {name}"), null);
        }
    }

    /// <summary>Sends what waits and a command in one round trip; reads the command's rows.</summary>
    /// <param name="command">The command; null: only what waits.</param>
    /// <param name="rows">Where its rows go; null: nowhere.</param>
    /// <param name="isScan">True where the first rows may be long in coming.</param>
    internal void Execute(NpgsqlBatchCommand? command, PostgresRows? rows, bool isScan = false)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.Timeout = isScan ? ScanSeconds : batch.Timeout;
        foreach (var later in _later)
        {
            batch.BatchCommands.Add(later.Command);
        }

        if (command is not null)
        {
            batch.BatchCommands.Add(command);
        }

        try
        {
            Guarded(() => Read(batch, rows));
            _changes = command is null ? 0 : command.RecordsAffected;
        }
        catch (PostgresException e) when (Demand(e) is { } demand)
        {
            throw new LogStoreException(demand, isPermanent: true, e);
        }
        catch (PostgresException e) when (IsBeforeItem(e))
        {
            // Taking the item back would take back what is not its own.
            throw new NpgsqlException("a statement before the item failed", e);
        }
        catch (PostgresException e) when (Broken(e) is { } rule)
        {
            throw new CompanionConflictException(rule, e);
        }
        finally
        {
            _later.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => connection.Dispose();

    private static int Read(NpgsqlBatch batch, PostgresRows? rows)
    {
        using var reader = batch.ExecuteReader();
        do
        {
            if (reader.FieldCount > 0)
            {
                rows?.Read(reader);
            }
        }
        while (reader.NextResult());
        return 0;
    }

    private void Begin(string text)
    {
        Later(new NpgsqlBatchCommand(text), null);
        _inTransaction = true;
    }

    private bool IsBeforeItem(PostgresException e)
    {
        var failed = _later.FindIndex(l => ReferenceEquals(l.Command, e.BatchCommand));
        return failed >= 0 && failed < _later.FindLastIndex(static l => l.Command.CommandText == Savepoint);
    }

    private string? Broken(PostgresException e) => PostgresFaults.IsConstraint(e) ? _later.Find(l => ReferenceEquals(l.Command, e.BatchCommand))?.Uniqueness : null;

    private string? Demand(PostgresException e) => e.SqlState == PostgresErrorCodes.DivisionByZero ? _later.Find(l => ReferenceEquals(l.Command, e.BatchCommand))?.Demand : null;

    // A read that failed must say why, not that ending its transaction failed too.
    private void Abandon()
    {
        try
        {
            RollBack();
        }
        catch (NpgsqlException)
        {
            _inTransaction = false;
        }
    }

    private T Guarded<T>(Func<T> run)
    {
        if (IsBroken)
        {
            throw new NpgsqlException("the connection to PostgreSQL is lost");
        }

        try
        {
            return run();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            // A standby, or a server that was told to take no writes: another session may find it otherwise, this one never will.
            _isReadOnly = true;
            throw;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or TimeoutException && IsBroken)
        {
            throw new NpgsqlException("the connection to PostgreSQL was lost", e);
        }
    }

    private void Run(string sql, int seconds)
    {
        Flush();
        Guarded(() =>
        {
#pragma warning disable CA2100 // Texts of this assembly: migrations and constants.
            using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = seconds };
#pragma warning restore CA2100
            return _changes = command.ExecuteNonQuery();
        });
    }
}
