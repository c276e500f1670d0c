namespace ConvenantGateway.Audit;

/// <summary>An item in the queue. Its waiter is completed exactly once; who waits for it goes on on another thread than the one that commits, unless it committed itself.</summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<AuditReceipt?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PreparedRecord? _record;

    public PendingAppend(PreparedRecord record, int keyEpoch) => (_record, KeyEpoch) = (record, keyEpoch);

    public PendingAppend(IRestingWork work) => Work = work;

    public PreparedRecord Record => _record ?? throw new InvalidOperationException("resting work has no record of its own");

    /// <summary>Set where the item is work that needs the log at rest.</summary>
    public IRestingWork? Work { get; }

    /// <summary>How many works had destroyed keys when the record was sealed.</summary>
    public int KeyEpoch { get; }

    /// <summary>Null only for work that found nothing to do.</summary>
    public Task<AuditReceipt?> Completion => _done.Task;

    public void Complete(AuditReceipt? receipt) => _done.TrySetResult(receipt);

    public void Fail(Exception reason) => _done.TrySetException(reason);
}
