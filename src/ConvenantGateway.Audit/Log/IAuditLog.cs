namespace ConvenantGateway.Audit;

/// <summary>The log. Thread safe; one instance per node.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Appends one record. When it returns, the record, its encrypted values and the companion writes are committed in one transaction and synced to disk. Once begun it cannot be
    /// cancelled by the caller: give the host's shutdown token, never the request's. Where nobody else appends, the caller's own thread waits for the disk: hold no lock.
    /// </summary>
    /// <param name="record">What to record.</param>
    /// <param name="companion">What must be stored with it, all or nothing; null for none. Opaque to the log; the store knows it.</param>
    /// <param name="shutdown">Cancels only what has not been enqueued.</param>
    /// <exception cref="CompanionConflictException">The companion writes broke a uniqueness rule (idempotency key, transaction reuse). Nothing was written for this item, no leaf was made; others in the batch are not affected.</exception>
    /// <exception cref="AuditUnavailableException">The record could not be made durable (disk full, sync failed, stopped). Nothing may leave.</exception>
    ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion, CancellationToken shutdown);

    /// <summary>True while the last commit succeeded. False makes health red; a full disk heals by itself, a failed sync does not.</summary>
    bool IsHealthy { get; }
}
