using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>Work without a record that holds the log's thread until it is let go: what is appended meanwhile becomes one batch.</summary>
internal sealed class RestingUntilSet : IRestingWork, IDisposable
{
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the log's thread is held.</summary>
    public Task Begun => _begun.Task;

    public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex)
    {
        _begun.SetResult();
        _gate.Wait();
        return null;
    }

    public void Finish(AuditReceipt receipt)
    {
    }

    public void Set() => _gate.Set();

    public void Dispose() => _gate.Dispose();
}
