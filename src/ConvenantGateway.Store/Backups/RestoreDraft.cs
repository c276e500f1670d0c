namespace ConvenantGateway.Store;

/// <summary>Where a restore works before what it makes can be served, by engine. Disposed without <see cref="Finish"/>, it leaves what no gateway opens.</summary>
internal abstract class RestoreDraft : IDisposable
{
    /// <summary>The databases.</summary>
    public abstract StorePlace Place { get; }

    /// <summary>The folder of <c>erasures.jsonl</c>.</summary>
    public abstract string State { get; }

    /// <summary>Begins in the place that the order names, which holds nothing. What a restore left that was broken off is taken away: it was never served.</summary>
    /// <exception cref="BackupRefusedException">The place holds something.</exception>
    /// <exception cref="BackupFailedException">A program is missing or too old.</exception>
    public static RestoreDraft Begin(RestoreOrder order) => PostgresPlace.IsMeantBy(order.To) ? PostgresDraft.Begin(order) : SqliteDraft.Begin(order);

    /// <summary>Copies the backup into it.</summary>
    public abstract void Fill(RestoreOrder order, BackupManifest manifest);

    /// <summary>Gives it its name: from now on it can be served. Nobody has it open.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what was opened.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
