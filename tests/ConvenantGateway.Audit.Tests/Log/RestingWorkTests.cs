namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>Work between two commits: its second half runs if, and only if, its record is on disk.</summary>
public sealed class RestingWorkTests
{
    private readonly MemoryLogStore _store = new();

    [Fact]
    public async Task Rest_RecordCommitted_IsFinishedWithItsReceipt()
    {
        await using var log = A.Log(_store);
        await log.AppendAsync(A.Record(), null, default);
        var work = new Work();

        var receipt = await log.RestAsync(work, default);

        Assert.Equal(1, receipt!.Index);
        Assert.Equal([receipt], work.Finished);
    }

    [Fact]
    public async Task Rest_NothingToDo_RecordsNothing()
    {
        await using var log = A.Log(_store);

        Assert.Null(await log.RestAsync(new Work { HasNothingToDo = true }, default));

        Assert.Empty(_store.Leaves);
    }

    [Fact]
    public async Task Rest_CommitFails_IsNotFinished()
    {
        await using var log = A.Log(_store);
        _store.Faults.Enqueue(new LogStoreException("disk full", isPermanent: false, null));
        var work = new Work();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.RestAsync(work, default).AsTask());
        await log.AppendAsync(A.Record(), null, default);

        Assert.Empty(work.Finished);
        Assert.Single(_store.Leaves);
    }

    [Fact]
    public async Task Rest_CommitWhoseAnswerWasLost_IsFinishedBeforeAnythingElse()
    {
        await using var log = A.Log(_store);
        _store.WritesBeforeTheFault = true;
        _store.Faults.Enqueue(new LogStoreException("connection lost", isPermanent: false, null));
        var work = new Work();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.RestAsync(work, default).AsTask());
        Assert.Empty(work.Finished);
        var next = await log.AppendAsync(A.Record(), null, default);

        Assert.Equal(0, Assert.Single(work.Finished).Index);
        Assert.Equal(1, next.Index);
    }

    [Fact]
    public async Task Rest_SecondHalfFails_StopsTheLog()
    {
        await using var log = A.Log(_store);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.RestAsync(new Work { Fails = true }, default).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());

        Assert.False(log.IsHealthy);
        Assert.Single(_store.Leaves);
    }

    [Fact]
    public async Task Rest_WhileAProducerCommits_BeginsAfterIt()
    {
        await using var log = A.Log(_store);
        _store.Gate.Reset();
        var append = Task.Run(() => log.AppendAsync(A.Record(), null, default).AsTask());
        await Task.Run(_store.Begun.Wait);
        var work = new Work { HasNothingToDo = true };
        var rest = log.RestAsync(work, default).AsTask();
        Assert.Null(work.BegunAt);

        _store.Gate.Set();
        await append;
        await rest;

        Assert.Equal(1, work.BegunAt);
    }

    private sealed class Work : IRestingWork
    {
        public bool HasNothingToDo { get; init; }

        public bool Fails { get; init; }

        public List<AuditReceipt> Finished { get; } = [];

        public long? BegunAt { get; private set; }

        public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex)
        {
            BegunAt = nextIndex;
            return HasNothingToDo ? null : (A.Record(), null);
        }

        public void Finish(AuditReceipt receipt)
        {
            if (Fails)
            {
                throw new InvalidOperationException("the second half fails");
            }

            Finished.Add(receipt);
        }
    }
}
