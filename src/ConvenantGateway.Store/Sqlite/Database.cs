using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvenantGateway.Store;

/// <summary>One connection with its prepared statements. Not thread safe: one user at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Database(SqliteConnection connection) => _connection = connection;

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>Opens for writing: WAL, and a sync at every commit, asserted.</summary>
    public static Database OpenWriting(string path)
    {
        PrivateFile(path);
        var database = Open(path, SqliteOpenMode.ReadWriteCreate);
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
    public static Database OpenReading(string path)
    {
        var database = Open(path, SqliteOpenMode.ReadOnly);
        database.Run("PRAGMA query_only = ON");
        database.Run("PRAGMA mmap_size = 268435456");
        return database;
    }

    /// <summary>The prepared statement of a text; kept as long as the connection, so the text must not hold values.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(Handle, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs statements without parameters.</summary>
    public void Run(string sql)
    {
        var rc = raw.sqlite3_exec(Handle, sql, out _);
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, Handle);
        }
    }

    /// <summary>True outside a transaction.</summary>
    public bool IsAutoCommit => raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(Handle);

    /// <summary>The row id of the last insert.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(Handle);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _connection.Dispose();
    }

    internal void Expect(string pragma, string value)
    {
        using var statement = new Statement(Handle, pragma);
        var found = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        if (found != value)
        {
            throw new InvalidOperationException($"`{pragma}` gives `{found}` and must give `{value}`: the log would not be durable");
        }
    }

    private static Database Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var database = new Database(connection);
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
