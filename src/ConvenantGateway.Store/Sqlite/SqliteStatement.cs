using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvenantGateway.Store;

/// <summary>Binds and steps without boxing. The pointer is the handle's while that lives.</summary>
internal sealed class SqliteStatement : Statement, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private nint _pointer;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _pointer = _statement.DangerousGetHandle();
    }

    /// <inheritdoc/>
    public override Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    /// <inheritdoc/>
    public override Statement Bind(int index, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, index) : raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    /// <inheritdoc/>
    public override Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <inheritdoc/>
    public override bool Step()
    {
        var rc = SqliteColumns.Step(_pointer);
        if (rc == raw.SQLITE_ROW)
        {
            return true;
        }

        if (rc != raw.SQLITE_DONE)
        {
            // The extended code and message must be read before the reset.
            try
            {
                SqliteException.ThrowExceptionForRC(rc, _database);
            }
            finally
            {
                Reset();
            }
        }

        Reset();
        return false;
    }

    /// <inheritdoc/>
    public override void RunLater(string? uniqueness = null)
    {
        try
        {
            Run();
        }
        catch (SqliteException e) when (uniqueness is not null && StoreFaults.IsConstraint(e))
        {
            throw new CompanionConflictException(uniqueness, e);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <inheritdoc/>
    public override long Long(int column) => SqliteColumns.Long(_pointer, column);

    /// <inheritdoc/>
    public override string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Span(int column) => SqliteColumns.Span(_pointer, column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Utf8(int column) => Span(column);

    /// <inheritdoc/>
    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public void Dispose()
    {
        // SQLite answers a null pointer with an error or nothing; one to freed memory it would follow.
        _pointer = 0;
        _statement.Dispose();
    }

    private void Check(int rc)
    {
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, _database);
        }
    }
}
