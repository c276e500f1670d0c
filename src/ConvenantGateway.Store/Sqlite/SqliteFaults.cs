using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConvenantGateway.Store;

/// <summary>What an SQLite error means.</summary>
internal static class SqliteFaults
{
    /// <summary>
    /// A full disk, a busy file and a failed read or write heal: nothing was committed. A failed sync does not: the kernel may have dropped the pages, and a second sync would say yes.
    /// Damage does not either.
    /// </summary>
    public static bool IsPermanent(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_IOERR_FSYNC or raw.SQLITE_IOERR_DIR_FSYNC
        || Primary(e) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY or raw.SQLITE_MISUSE or raw.SQLITE_INTERNAL;

    /// <summary>True for a broken constraint.</summary>
    public static bool IsConstraint(SqliteException e) => Primary(e) == raw.SQLITE_CONSTRAINT;

    /// <summary>True where the whole batch must fail.</summary>
    public static bool ConcernsTheBatch(SqliteException e) => Primary(e) is not (raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE);

    // Connections report extended codes; the primary code is the low byte.
    private static int Primary(SqliteException e) => e.SqliteErrorCode & 0xFF;
}
