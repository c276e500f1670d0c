namespace ConvenantGateway.Audit;

/// <summary>Options of the log.</summary>
public sealed record AuditLogOptions
{
    /// <summary>How many appends may wait, 1 to 1,000,000; one more is refused at once. Default 4,096.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>How often the log tries whether a store that failed takes commits again, without waiting for somebody to ask: who sees red sends no requests. Default 2 seconds.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A producer that is alone commits on its own thread if the last commit took less than this; zero for never. Default 20 milliseconds.</summary>
    public TimeSpan QuickTurn { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Whether no work waits for a thread of the pool: it may be appends on the way, and to hold a thread, on one processor the only one, would make each of them a commit of its own. Else the log's thread
    /// commits.
    /// </summary>
    internal Func<bool> IsPoolIdle { get; init; } = static () => ThreadPool.PendingWorkItemCount == 0;
}
