namespace ConvenantGateway.Store;

/// <summary>What a session is told, and what the server must show, before anything is trusted to it.</summary>
internal static class PostgresSession
{
    private const int OldestVersion = 150000;

    // A server that keeps the session of a dead client for hours would keep the writer's lock as long.
    private const string Common = """
        SET TimeZone = 'UTC'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET client_connection_check_interval = '1s';
        SET idle_in_transaction_session_timeout = '60s'
        """;

    /// <summary>A session that writes: every commit is on disk when it is acknowledged.</summary>
    /// <exception cref="StoreUnusableException">The server would lose what it acknowledged.</exception>
    public static void Writing(PostgresDatabase database)
    {
        database.Run($"{Common}; SET synchronous_commit = on; SET default_transaction_isolation = 'read committed'; SET plan_cache_mode = force_generic_plan; SET lock_timeout = '2s'");
        var row = database.Prepare(
            "SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), current_setting('server_encoding'), current_setting('server_version_num')::bigint");
        _ = row.Step();
        Expect("fsync", row.Text(0), "on");
        Expect("full_page_writes", row.Text(1), "on");
        Expect("synchronous_commit", row.Text(2), "on");
        if (row.Text(3) != "UTF8")
        {
            throw new StoreUnusableException($"the database has the encoding `{row.Text(3)}` and must have UTF8");
        }

        if (row.Long(4) < OldestVersion)
        {
            throw new StoreUnusableException($"the server has version {row.Long(4) / 10000} and must have 15 or later");
        }

        row.Reset();
    }

    /// <summary>A session that only reads.</summary>
    public static void Reading(PostgresDatabase database) => database.Run($"{Common}; SET default_transaction_read_only = on; SET statement_timeout = '60s'");

    private static void Expect(string setting, string found, string value)
    {
        if (found != value)
        {
            throw new StoreUnusableException($"`{setting}` of the PostgreSQL server is `{found}` and must be `{value}`: the log would not be durable");
        }
    }
}
