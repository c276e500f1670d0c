namespace ConvenantGateway.Store;

/// <summary>
/// What marks a place as one that a restore is filling: an empty schema in the database of the log, there before the first row of either database and gone after the last, in one statement. Nobody opens a
/// marked place but who restores: a restore that was broken off leaves nothing that could be served, and a role that may make no databases can restore too.
/// </summary>
internal static class RestoreMark
{
    private const string Schema = "convenant_restoring";

    // ASCII "Restorin": one restore per place at a time.
    private const string Lock = "5937278627681036654";

    private const string Anything =
        """
        WITH own AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
        SELECT 1 WHERE EXISTS (SELECT 1 FROM own WHERE oid <> coalesce(to_regnamespace('public')::oid, 0)) OR EXISTS (SELECT 1 FROM pg_class WHERE relnamespace IN (SELECT oid FROM own))
          OR EXISTS (SELECT 1 FROM pg_proc WHERE pronamespace IN (SELECT oid FROM own)) OR EXISTS (SELECT 1 FROM pg_type WHERE typnamespace IN (SELECT oid FROM own))
        """;

    /// <summary>True if the database of a log is marked.</summary>
    public static bool IsOn(Database database) => Any(database, $"SELECT 1 WHERE to_regnamespace('{Schema}') IS NOT NULL");

    /// <summary>Keeps other restores out as long as the session lives.</summary>
    /// <exception cref="LogInUseException">Another one runs.</exception>
    public static void TakeLock(Database database, string name)
    {
        if (!Any(database, $"SELECT 1 WHERE pg_try_advisory_lock({Lock})"))
        {
            throw new LogInUseException($"another process restores into `{name}`");
        }
    }

    /// <summary>Marks a place whose databases hold nothing. What a restore left that was broken off is taken away first: it was never served.</summary>
    /// <param name="log">The database of the log.</param>
    /// <param name="keys">That of the keys.</param>
    /// <param name="name">What the first is called in messages.</param>
    /// <exception cref="BackupRefusedException">One holds something.</exception>
    public static void Lay(Database log, Database keys, string name)
    {
        if (IsOn(log))
        {
            Empty(keys);
            Empty(log);
            return;
        }

        Expect(log, name);
        Expect(keys, $"{name}_keys");
        log.Run($"CREATE SCHEMA {Schema}");
    }

    /// <summary>The last step: from now on the place can be served.</summary>
    public static void Lift(Database log) => log.Run($"DROP SCHEMA {Schema}");

    private static void Expect(Database database, string name)
    {
        if (Any(database, Anything))
        {
            throw new BackupRefusedException($"the database `{name}` is not empty: nothing is overwritten");
        }
    }

    // As a new database has it (PostgreSQL 15, section 5.9.6).
    private static void Empty(Database database) => database.RunLong(
        "BEGIN; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; ALTER SCHEMA public OWNER TO pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC; COMMIT");

    private static bool Any(Database database, string sql)
    {
        var row = database.Prepare(sql);
        var found = row.Step();
        row.Reset();
        return found;
    }
}
