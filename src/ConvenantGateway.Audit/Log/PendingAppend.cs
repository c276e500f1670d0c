namespace ConvenantGateway.Audit;

/// <summary>An item in the queue. Its waiter is completed exactly once, off the writer's thread.</summary>
internal sealed class PendingAppend(PreparedRecord record)
{
    private readonly TaskCompletionSource<AuditReceipt> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreparedRecord Record { get; } = record;

    public Task<AuditReceipt> Completion => _done.Task;

    public void Complete(AuditReceipt receipt) => _done.TrySetResult(receipt);

    public void Fail(Exception reason) => _done.TrySetException(reason);
}
