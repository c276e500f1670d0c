namespace ConvenantGateway.Audit;

/// <summary>
/// Work that needs the log at rest: it runs on the log's thread, when all that was appended before is committed and nothing else is being written. Its record is committed between its two halves;
/// what was sealed before the second half and not yet committed is sealed anew.
/// </summary>
public interface IRestingWork
{
    /// <summary>Looks at the log and says what to record; null if there is nothing to do. An exception refuses the work and reaches the waiter; nothing was written.</summary>
    (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex);

    /// <summary>The record is durable. If this throws, the log stops serving: the work must be finished at the next start.</summary>
    void Finish(AuditReceipt receipt);
}
