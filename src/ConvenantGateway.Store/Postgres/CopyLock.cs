namespace ConvenantGateway.Store;

/// <summary>
/// An advisory lock in a database, shared by who copies it and exclusive for who destroys rows: a copy has every key that the copied log needs, and no table of it was just emptied to be written anew. Ends with
/// its session; not thread safe.
/// </summary>
internal sealed class CopyLock : IDisposable
{
    // ASCII "KeysCopy". An advisory lock and not one on the table: pg_dump, which takes its own, would queue behind who waits for that.
    private const string Key = "5432882061451948153";

    private readonly Database _session;

    private CopyLock(Database session) => _session = session;

    /// <summary>What a transaction runs that destroys rows; it waits up to a minute for a copy to end.</summary>
    public static string Exclusive => $"SET LOCAL lock_timeout = '60s'; SELECT 1 FROM pg_advisory_xact_lock({Key})";

    /// <summary>Takes the lock for a copy.</summary>
    /// <param name="session">A session on the database; disposed with the lock.</param>
    public static CopyLock Share(Database session)
    {
        session.Prepare($"SELECT 1 FROM pg_advisory_lock_shared({Key})").Run();
        return new CopyLock(session);
    }

    /// <summary>Lets it go after the copy.</summary>
    /// <exception cref="BackupFailedException">It was lost meanwhile: the copy may lack rows.</exception>
    public void End()
    {
        var row = _session.Prepare($"SELECT 1 WHERE pg_advisory_unlock_shared({Key})");
        var held = row.Step();
        row.Reset();
        if (!held)
        {
            throw new BackupFailedException("a database was copied without its lock: rows may have been destroyed meanwhile; make the backup again");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
