namespace ConvenantGateway.Store;

/// <summary>
/// What marks a database as one that a restore is filling: an empty schema, there before the first row and gone after the last, in both databases of a place. Nobody opens a marked database but who restores:
/// a restore that was broken off leaves nothing that could be served, and a role that may make no databases can restore too.
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

    /// <summary>True if the database is marked.</summary>
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

    /// <summary>Looks whether a database may be filled: it is empty, or marked.</summary>
    /// <exception cref="BackupRefusedException">It holds something else.</exception>
    public static void Expect(Database database, string name)
    {
        if (!IsOn(database) && Any(database, Anything))
        {
            throw new BackupRefusedException($"the database `{name}` is not empty: nothing is overwritten");
        }
    }

    /// <summary>Marks a database that may be filled, and empties it: what a restore left that was broken off was never served.</summary>
    public static void Lay(Database database)
    {
        database.Run($"CREATE SCHEMA IF NOT EXISTS {Schema}");
        database.RunLong("BEGIN; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; ALTER SCHEMA public OWNER TO pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC; COMMIT");
    }

    /// <summary>The last step: from now on the database can be served.</summary>
    public static void Lift(Database database) => database.Run($"DROP SCHEMA {Schema}");

    private static bool Any(Database database, string sql)
    {
        var row = database.Prepare(sql);
        var found = row.Step();
        row.Reset();
        return found;
    }
}
