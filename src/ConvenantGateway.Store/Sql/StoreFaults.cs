using System.Data.Common;
using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>What an engine's error means for the log.</summary>
internal static class StoreFaults
{
    /// <summary>Translates; the message names the engine's code and nothing that was written.</summary>
    public static LogStoreException Translate(DbException e) => e switch
    {
        SqliteException sqlite => new LogStoreException($"the database refused a write (SQLite error {sqlite.SqliteErrorCode})", SqliteFaults.IsPermanent(sqlite), e),
        PostgresException postgres => new LogStoreException($"the database refused a write (PostgreSQL error {postgres.SqlState})", PostgresFaults.IsPermanent(postgres), e),
        NpgsqlException => new LogStoreException("PostgreSQL cannot be reached, or went away", isPermanent: false, e),
        _ => new LogStoreException("the database failed in a way that is not known", isPermanent: true, e),
    };

    /// <summary>True for a broken uniqueness or other constraint.</summary>
    public static bool IsConstraint(DbException e) => e switch
    {
        SqliteException sqlite => SqliteFaults.IsConstraint(sqlite),
        PostgresException postgres => PostgresFaults.IsConstraint(postgres),
        _ => false,
    };

    /// <summary>True where the whole batch must fail, not one item.</summary>
    public static bool ConcernsTheBatch(DbException e) => e switch
    {
        SqliteException sqlite => SqliteFaults.ConcernsTheBatch(sqlite),
        PostgresException postgres => PostgresFaults.ConcernsTheBatch(postgres),
        _ => true,
    };
}
