namespace ConvenantGateway.Audit;

/// <summary>
/// The seal of a batch while it is being made: the signature takes a tenth of a small commit, and a second processor can make it while the store writes its rows. Whoever comes first signs, a worker or
/// the committing thread in <see cref="Finish"/>; so a pool that is busy delays nothing. Used by whoever has the log's turn.
/// </summary>
public sealed class SealWork : IThreadPoolWorkItem
{
    private readonly Lazy<LogSeal> _seal;

    private SealWork(Func<LogSeal> seal) => _seal = new Lazy<LogSeal>(seal, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The seal, when it is signed.</summary>
    public LogSeal Finish() => _seal.Value;

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            _ = _seal.Value;
        }
#pragma warning disable CA1031 // The edge of the worker: what failed is thrown again where the seal is asked for.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Kept by the lazy value.
        }
    }

    internal static SealWork Begin(Func<LogSeal> seal)
    {
        var work = new SealWork(seal);
        ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
        return work;
    }
}
