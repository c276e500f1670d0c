using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvenantGateway.Store;

/// <summary>A connection to an SQLite file.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly SqliteConnection _connection;
    private readonly IDisposable? _held;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteDatabase(SqliteConnection connection, IDisposable? held) => (_connection, _held) = (connection, held);

    /// <inheritdoc/>
    public override bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <inheritdoc/>
    public override int Changes => raw.sqlite3_changes(Handle);

    /// <inheritdoc/>
    public override string Ledger => "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied INTEGER NOT NULL) STRICT";

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>Opens for writing: WAL, and a sync at every commit, asserted.</summary>
    /// <param name="path">The file; made for its owner only if it does not exist.</param>
    /// <param name="held">What is let go after the connection; null for nothing.</param>
    public static SqliteDatabase OpenWriting(string path, IDisposable? held = null)
    {
        PrivateFile(path);
        var database = Open(path, SqliteOpenMode.ReadWriteCreate, held);
        try
        {
            database.Expect("PRAGMA journal_mode = WAL", "wal");
            database.Run("PRAGMA synchronous = FULL");
            database.Expect("PRAGMA synchronous", "2");
            database.Run("PRAGMA journal_size_limit = 67108864");
            database.Run("PRAGMA foreign_keys = ON");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens for reading only.</summary>
    public static SqliteDatabase OpenReading(string path)
    {
        var database = Open(path, SqliteOpenMode.ReadOnly, null);
        database.Run("PRAGMA query_only = ON");
        database.Run("PRAGMA mmap_size = 268435456");
        return database;
    }

    /// <inheritdoc/>
    public override Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(Handle, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <inheritdoc/>
    public override void Run(string sql)
    {
        var rc = raw.sqlite3_exec(Handle, sql, out _);
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, Handle);
        }
    }

    /// <inheritdoc/>
    public override void Begin() => Prepare("BEGIN IMMEDIATE").Run();

    /// <inheritdoc/>
    public override void Commit() => Prepare("COMMIT").Run();

    /// <inheritdoc/>
    public override void RollBack()
    {
        // A full disk may have rolled back by itself.
        if (IsInTransaction)
        {
            Prepare("ROLLBACK").Run();
        }
    }

    /// <inheritdoc/>
    public override TResult InOneSnapshot<TResult>(Func<TResult> read)
    {
        Prepare("BEGIN").Run();
        try
        {
            return read();
        }
        finally
        {
            Prepare("COMMIT").Run();
        }
    }

    /// <summary>Deleted bytes are overwritten (<c>secure_delete</c>) where they stood; this takes them out of the write-ahead log too.</summary>
    public override void Scrub(string table)
    {
        var row = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        var isBusy = !row.Step() || row.Long(0) != 0;
        row.Reset();
        if (isBusy)
        {
            throw new SqliteException("another process reads the file: deleted bytes could not be overwritten", raw.SQLITE_BUSY);
        }
    }

    internal void Expect(string pragma, string value)
    {
        using var statement = new SqliteStatement(Handle, pragma);
        var found = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        if (found != value)
        {
            throw new InvalidOperationException($"`{pragma}` gives `{found}` and must give `{value}`: the log would not be durable");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _connection.Dispose();
        _held?.Dispose();
    }

    private static SqliteDatabase Open(string path, SqliteOpenMode mode, IDisposable? held)
    {
#pragma warning disable CA2000 // The database owns it, once it is open.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
#pragma warning restore CA2000
        try
        {
            connection.Open();
            var database = new SqliteDatabase(connection, held);
            _ = raw.sqlite3_extended_result_codes(connection.Handle!, 1);
            database.Run("PRAGMA busy_timeout = 5000");
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives -wal and -shm the mode of the file itself.
    private static void PrivateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
    }
}
