using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>
/// The lock of a log's writer: an advisory lock of its session. It ends with the session, and a session ends after its commit, so who has the lock sees whether the last commit of a lost connection was
/// written.
/// </summary>
internal static class PostgresLock
{
    // ASCII "Convenan"; the lock is per database, and a database holds one log.
    private const string Key = "4859223977742983534";
    private const string Wanted = "SELECT 1 FROM pg_advisory_lock(" + Key + ")";

    /// <summary>Takes the lock, waiting up to 2 seconds for a session that is ending.</summary>
    /// <param name="database">The new session.</param>
    /// <param name="lost">The session of this process that was lost; the server may not know yet that it is.</param>
    /// <param name="name">The database, for the message.</param>
    /// <exception cref="LogInUseException">Another process has it.</exception>
    public static void Take(PostgresDatabase database, PostgresDatabase? lost, string name)
    {
        database.Backend = Backend(database);
        if (lost is not null)
        {
            database.Prepare("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ?1 AND (extract(epoch FROM backend_start) * 1000000)::bigint = ?2")
                .Bind(1, lost.Backend.Process).Bind(2, lost.Backend.Began).Run();
        }

        try
        {
            database.Prepare(Wanted).Run();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            if (lost is not null && IsHeldBy(database, lost))
            {
                throw;
            }

            throw new LogInUseException($"another process writes the log in `{name}`: one writer per log", e);
        }
    }

    private static (long Process, long Began) Backend(PostgresDatabase database)
    {
        var row = database.Prepare("SELECT pid::bigint, (extract(epoch FROM backend_start) * 1000000)::bigint FROM pg_stat_activity WHERE pid = pg_backend_pid()");
        var backend = row.Step() ? (row.Long(0), row.Long(1)) : default;
        row.Reset();
        return backend;
    }

    private static bool IsHeldBy(PostgresDatabase database, PostgresDatabase lost)
    {
        var row = database.Prepare(
            """
            SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid JOIN pg_database d ON d.oid = l.database
            WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database() AND a.pid = ?1 AND (extract(epoch FROM a.backend_start) * 1000000)::bigint = ?2
            """)
            .Bind(1, lost.Backend.Process).Bind(2, lost.Backend.Began);
        var held = row.Step();
        row.Reset();
        return held;
    }
}
