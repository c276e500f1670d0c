namespace ConvenantGateway.Store;

/// <summary>
/// An advisory lock in the database of the keys, shared by who copies them and exclusive for who destroys some: a copy has every key that the copied log needs, and is never one of a table that was just
/// emptied to be written anew. Ends with its session; not thread safe.
/// </summary>
internal sealed class KeysCopyLock : IDisposable
{
    // ASCII "KeysCopy". An advisory lock and not one on the table: pg_dump, which takes its own, would queue behind who waits for that.
    private const string Key = "5432882061451948153";

    private readonly Database _session;

    private KeysCopyLock(Database session) => _session = session;

    /// <summary>What a transaction runs that destroys keys; it waits up to a minute for a copy to end.</summary>
    public static string Exclusive => $"SET LOCAL lock_timeout = '60s'; SELECT 1 FROM pg_advisory_xact_lock({Key})";

    /// <summary>Takes the lock for a copy.</summary>
    /// <param name="keys">A session on the database of the keys; disposed with the lock.</param>
    public static KeysCopyLock Share(Database keys)
    {
        keys.Prepare($"SELECT 1 FROM pg_advisory_lock_shared({Key})").Run();
        return new KeysCopyLock(keys);
    }

    /// <summary>Lets it go after the copy.</summary>
    /// <exception cref="BackupFailedException">It was lost meanwhile: the copy may lack keys.</exception>
    public void End()
    {
        var row = _session.Prepare($"SELECT 1 WHERE pg_advisory_unlock_shared({Key})");
        var held = row.Step();
        row.Reset();
        if (!held)
        {
            throw new BackupFailedException("the keys were copied without their lock: a key may have been destroyed meanwhile; make the backup again");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
