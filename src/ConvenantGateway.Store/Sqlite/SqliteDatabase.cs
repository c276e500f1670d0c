using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvenantGateway.Store;

/// <summary>A connection to an SQLite file.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly sqlite3 _handle;
    private readonly IDisposable? _held;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteDatabase(sqlite3 handle, IDisposable? held) => (_handle, _held) = (handle, held);

    /// <inheritdoc/>
    public override bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <inheritdoc/>
    public override int Changes => raw.sqlite3_changes(_handle);

    /// <inheritdoc/>
    public override string Ledger => "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied INTEGER NOT NULL) STRICT";

    /// <summary>Opens for writing: WAL, and a sync at every commit, asserted.</summary>
    /// <param name="path">The file; made for its owner only if it does not exist.</param>
    /// <param name="held">What is let go after the connection; null for nothing.</param>
    public static SqliteDatabase OpenWriting(string path, IDisposable? held = null)
    {
        PrivateFile(path);
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, held);
        try
        {
            database.Expect("PRAGMA journal_mode = WAL", "wal");
            database.Run("PRAGMA synchronous = FULL");
            database.Expect("PRAGMA synchronous", "2");
                database.Run("PRAGMA cache_size = -16384");
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
        var database = Open(path, raw.SQLITE_OPEN_READONLY, null);
        database.Run("PRAGMA query_only = ON");
        return database;
    }

    /// <summary>Opens for a process that reads a whole file and ends: mapped pages are not copied, and count as the process's memory.</summary>
    public static SqliteDatabase OpenMapped(string path)
    {
        var database = OpenReading(path);
        database.Run("PRAGMA mmap_size = 2147418112");
        return database;
    }

    /// <inheritdoc/>
    public override Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(_handle, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <inheritdoc/>
    public override void Run(string sql)
    {
        var rc = raw.sqlite3_exec(_handle, sql, out _);
        if (rc != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(rc, _handle);
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
        using var statement = new SqliteStatement(_handle, pragma);
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
        _handle.Dispose();
        _held?.Dispose();
    }

    // Without SQLite's own lock per call: a connection has one user at a time.
    private static SqliteDatabase Open(string path, int flags, IDisposable? held)
    {
        Batteries_V2.Init();
#pragma warning disable CA2000 // The database owns it, once it is open.
        var rc = raw.sqlite3_open_v2(path, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
#pragma warning restore CA2000
        try
        {
            SqliteException.ThrowExceptionForRC(rc, handle);
            var database = new SqliteDatabase(handle, held);
            _ = raw.sqlite3_extended_result_codes(handle, 1);
            database.Run("PRAGMA busy_timeout = 5000");
            return database;
        }
        catch
        {
            handle.Dispose();
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
