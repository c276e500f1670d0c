namespace ConvenantGateway.Audit.Tests.Log;

public sealed class AuditLogTests
{
    private readonly MemoryLogStore _store = new();

    [Fact]
    public async Task Append_Returns_ReceiptOfTheCommittedLeaf()
    {
        await using var log = A.Log(_store);
        var record = A.Record();

        var receipt = await log.AppendAsync(record, null, default);

        Assert.Equal(record.Transaction, receipt.Transaction);
        Assert.Equal(record.BodyDigest, receipt.BodyDigest);
        Assert.Equal(A.Origin, receipt.Log);
        Assert.Equal(Convert.ToHexStringLower(MerkleHash.Leaf(_store.Leaves[0].Leaf)), receipt.Leaf);
        Assert.True(Checkpoint.TryOpen(_store.Checkpoint, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(1, checkpoint.Size);
        Assert.True(log.IsHealthy);
    }

    [Fact]
    public async Task Append_WhileACommitRuns_JoinsOneBatch()
    {
        await using var log = A.Log(_store);
        var appends = await Blocked(log, 20);

        _store.Gate.Set();
        var receipts = await Task.WhenAll(appends);

        Assert.Equal(Enumerable.Range(0, 21).Select(static i => (long)i), receipts.Select(static r => r.Index).Order());
        Assert.Equal([1, 20], _store.BatchSizes);
    }

    [Fact]
    public async Task Append_NobodyElseAppends_IsCommittedByItsProducer()
    {
        await using var log = A.Log(_store);

        var append = log.AppendAsync(A.Record(), null, default);

        Assert.True(append.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, _store.Committer);
        await append;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3600, false)]
    public async Task Append_NoCommitIsQuickEnoughOrWorkWaitsForThePool_DoesNotHoldItsProducer(int quickTurn, bool isPoolIdle)
    {
        await using var log = A.Log(_store, quickTurn: TimeSpan.FromSeconds(quickTurn), isPoolIdle: isPoolIdle);
        var producer = Environment.CurrentManagedThreadId;

        await log.AppendAsync(A.Record(), null, default);

        Assert.NotEqual(producer, _store.Committer);
    }

    [Fact]
    public async Task Append_LogIsRed_DoesNotHoldItsProducer()
    {
        await using var log = A.Log(_store);
        _store.Faults.Enqueue(new LogStoreException("disk full", isPermanent: false, null));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        var producer = Environment.CurrentManagedThreadId;

        await log.AppendAsync(A.Record(), null, default);

        Assert.NotEqual(producer, _store.Committer);
        Assert.True(log.IsHealthy);
    }

    [Fact]
    public async Task Append_CommitsAreOnesOwnAndOthers_AllAreInOrderAndOnce()
    {
        await using var log = A.Log(_store);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var own = new List<AuditReceipt>();
            for (var i = 0; i < 50; i++)
            {
                own.Add(await log.AppendAsync(A.Record(), null, default));
            }

            return own;
        })));

        Assert.All(receipts, static own => Assert.Equal(own.Select(static r => r.Index).Order(), own.Select(static r => r.Index)));
        Assert.Equal(Enumerable.Range(0, 200).Select(static i => (long)i), receipts.SelectMany(static r => r).Select(static r => r.Index).Order());
        Assert.True(Checkpoint.TryOpen(_store.Checkpoint, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(_store.LoadTree().Root(), checkpoint.Root.ToArray());
    }

    [Fact]
    public async Task Append_QueueFull_IsRefusedAtOnce()
    {
        await using var log = A.Log(_store, capacity: 3);
        var appends = await Blocked(log, 3);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());

        _store.Gate.Set();
        Assert.Equal(4, (await Task.WhenAll(appends)).Length);
    }

    [Fact]
    public async Task Append_ConflictInABatch_FailsThatItemOnly()
    {
        await using var log = A.Log(_store);
        var first = await Held(log);
        var conflict = log.AppendAsync(A.Record(), new MemoryLogStore.Conflicting(), default).AsTask();
        var last = log.AppendAsync(A.Record(), null, default).AsTask();
        _store.Gate.Set();

        Assert.Equal("transaction", (await Assert.ThrowsAsync<CompanionConflictException>(() => conflict)).Message);
        Assert.Equal(0, (await first).Index);
        Assert.Equal(1, (await last).Index);
    }

    [Fact]
    public async Task Append_DiskFull_FailsTheBatchAndHealsWithTheCommittedTree()
    {
        await using var log = A.Log(_store);
        await log.AppendAsync(A.Record(), null, default);
        _store.Faults.Enqueue(new LogStoreException("disk full", isPermanent: false, null));

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        Assert.False(log.IsHealthy);
        var receipt = await log.AppendAsync(A.Record(), null, default);

        Assert.Equal(1, receipt.Index);
        Assert.True(log.IsHealthy);
        Assert.True(Checkpoint.TryOpen(_store.Checkpoint, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(_store.LoadTree().Root(), checkpoint.Root.ToArray());
    }

    [Fact]
    public async Task Append_AfterACommitWhoseAnswerWasLost_ContinuesTheStoredTree()
    {
        await using var log = A.Log(_store);
        await log.AppendAsync(A.Record(), null, default);
        _store.WritesBeforeTheFault = true;
        _store.Faults.Enqueue(new LogStoreException("connection lost", isPermanent: false, null));

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        var receipt = await log.AppendAsync(A.Record(), null, default);

        Assert.Equal(2, receipt.Index);
        Assert.True(Checkpoint.TryOpen(_store.Checkpoint, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(_store.LoadTree().Root(), checkpoint.Root.ToArray());
    }

    [Fact]
    public async Task Append_AnotherWroteWhileTheStoreWasAway_StopsForGood()
    {
        await using var log = A.Log(_store);
        await log.AppendAsync(A.Record(), null, default);
        _store.Faults.Enqueue(new LogStoreException("connection lost", isPermanent: false, null));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        _store.Leaves.Add(_store.Leaves[0]);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());

        Assert.False(log.IsHealthy);
        Assert.Equal(2, _store.Leaves.Count);
    }

    [Fact]
    public async Task IsHealthy_NobodyAsksAfterAFault_HealsByItself()
    {
        await using var log = A.Log(_store, probe: TimeSpan.FromMilliseconds(5));
        _store.Faults.Enqueue(new LogStoreException("disk full", isPermanent: false, null));
        _store.ProbeFaults.Enqueue(new LogStoreException("disk still full", isPermanent: false, null));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());

        Assert.True(SpinWait.SpinUntil(() => log.IsHealthy, TimeSpan.FromMinutes(1)));

        Assert.True(_store.Probes > 1);
        Assert.Empty(_store.Leaves);
    }

    [Fact]
    public async Task Append_FailedSync_StopsForGood()
    {
        await using var log = A.Log(_store);
        _store.Faults.Enqueue(new LogStoreException("fsync", isPermanent: true, null));

        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());

        Assert.False(log.IsHealthy);
        Assert.Empty(_store.Leaves);
    }

    [Fact]
    public async Task Append_StoreThrowsAnythingElse_StopsForGoodAndNobodyHangs()
    {
        await using var log = A.Log(_store);
        _store.Faults.Enqueue(new InvalidTimeZoneException("a bug"));
        var first = await Held(log);
        var second = log.AppendAsync(A.Record(), null, default).AsTask();
        _store.Gate.Set();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => first);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => second);
        Assert.False(log.IsHealthy);
    }

    [Fact]
    public async Task Dispose_WithItemsQueued_CommitsThemAndRefusesLater()
    {
        var log = A.Log(_store);
        var appends = await Blocked(log, 5);

        var closing = log.DisposeAsync().AsTask();
        _store.Gate.Set();
        await closing;

        Assert.All(appends, static a => Assert.True(a.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => log.AppendAsync(A.Record(), null, default).AsTask());
    }

    [Fact]
    public async Task Append_ShutdownAlreadyAsked_IsNotEnqueued()
    {
        await using var log = A.Log(_store);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.AppendAsync(A.Record(), null, new CancellationToken(canceled: true)).AsTask());

        Assert.Empty(_store.Leaves);
    }

    [Fact]
    public async Task Open_AfterRestart_ContinuesTheTree()
    {
        await using (var first = A.Log(_store))
        {
            await first.AppendAsync(A.Record(), null, default);
        }

        await using var second = A.Log(_store);
        Assert.Equal(1, (await second.AppendAsync(A.Record(), null, default)).Index);
        Assert.True(Checkpoint.TryOpen(_store.Checkpoint, A.Signer.VerifierKey, out var checkpoint));
        Assert.Equal(_store.LoadTree().Root(), checkpoint.Root.ToArray());
    }

    // One append whose commit is held, and more behind it.
    private async Task<Task<AuditReceipt>[]> Blocked(AuditLog log, int more)
    {
        var first = await Held(log);
        return [first, .. Enumerable.Range(0, more).Select(_ => log.AppendAsync(A.Record(), null, default).AsTask())];
    }

    private async Task<Task<AuditReceipt>> Held(AuditLog log)
    {
        _store.Gate.Reset();
        var first = Task.Run(() => log.AppendAsync(A.Record(), null, default).AsTask());
        await Task.Run(_store.Begun.Wait);
        return first;
    }
}
