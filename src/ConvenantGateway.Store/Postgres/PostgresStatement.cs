using Npgsql;
using NpgsqlTypes;

namespace ConvenantGateway.Store;

/// <summary>
/// A statement of PostgreSQL. The first step runs it and reads all its rows; with a cursor, <see cref="Chunk"/> at a time. Bindings serve one run.
/// </summary>
/// <param name="database">The connection.</param>
/// <param name="sql">The text in the common dialect.</param>
/// <param name="cursor">The name of a cursor; null to read everything at once.</param>
internal sealed class PostgresStatement(PostgresDatabase database, string sql, string? cursor = null) : Statement
{
    /// <summary>Rows per fetch of a cursor.</summary>
    internal const int Chunk = 2000;

    private readonly PostgresText _text = PostgresText.Of(sql);
    private readonly PostgresRows _rows = new();
    private NpgsqlParameter?[] _bound = [];
    private bool _running;

    /// <inheritdoc/>
    public override Statement Bind(int index, long value) => Bind(index, new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = value });

    /// <inheritdoc/>
    public override Statement Bind(int index, string? value) =>
        Bind(index, new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = value is null ? DBNull.Value : PostgresText.Clean(value) });

    /// <inheritdoc/>
    public override Statement Bind(int index, ReadOnlySpan<byte> value) =>
        Bind(index, new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = value.ToArray() });

    /// <inheritdoc/>
    public override bool Step()
    {
        if (!_running)
        {
            _running = true;
            _rows.Clear();
            Start();
        }

        if (_rows.Next() || Fetched())
        {
            return true;
        }

        Reset();
        return false;
    }

    /// <inheritdoc/>
    public override void RunLater(string? uniqueness = null) => database.Later(Command(_text.Sql), uniqueness);

    /// <inheritdoc/>
    public override void Reset()
    {
        if (_running && cursor is not null)
        {
            database.CloseCursor(cursor);
        }

        _running = false;
        _rows.Clear();
    }

    /// <inheritdoc/>
    public override long Long(int column) => _rows.Long(column);

    /// <inheritdoc/>
    public override string Text(int column) => _rows.Other<string>(column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Span(int column) => _rows.IsNull(column) ? [] : _rows.Other<byte[]>(column);

    /// <summary>Not copied: every row has arrays of its own.</summary>
    public override byte[] Bytes(int column) => _rows.IsNull(column) ? [] : _rows.Other<byte[]>(column);

    /// <inheritdoc/>
    public override bool IsNull(int column) => _rows.IsNull(column);

    private void Start()
    {
        try
        {
            if (cursor is null)
            {
                database.Execute(Command(_text.Sql), _rows);
                return;
            }

            database.Later(Command($"DECLARE {cursor} NO SCROLL CURSOR FOR {_text.Sql}"), null);
            database.Execute(Fetch(), _rows, isScan: true);
        }
        catch
        {
            _running = false;
            throw;
        }
    }

    private bool Fetched()
    {
        if (cursor is null || _rows.Count < Chunk)
        {
            return false;
        }

        _rows.Clear();
        database.Execute(Fetch(), _rows, isScan: true);
        return _rows.Next();
    }

    private NpgsqlBatchCommand Fetch() => new($"FETCH FORWARD {Chunk} FROM {cursor}");

    private NpgsqlBatchCommand Command(string text)
    {
        var command = new NpgsqlBatchCommand(text);
        for (var i = 0; i < _text.Count; i++)
        {
            command.Parameters.Add((i < _bound.Length ? _bound[i] : null) ?? throw new InvalidOperationException("a parameter of the statement is not bound"));
        }

        _bound = [];
        return command;
    }

    private PostgresStatement Bind(int index, NpgsqlParameter parameter)
    {
        if (index < _text.Places.Length && _text.Places[index] is >= 0 and var place)
        {
            _bound = _bound.Length == 0 ? new NpgsqlParameter?[_text.Count] : _bound;
            _bound[place] = parameter;
        }

        return this;
    }
}
