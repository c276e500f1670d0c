namespace ConvenantGateway.Audit;

/// <summary>
/// The log: producers seal and hash on their own threads and queue; the log's thread commits what is queued, in one transaction with one sync and one signature, and then completes the waiters. A producer
/// that is alone commits on its own thread. One commits at a time (<see cref="AppendQueue"/>). When an append returns, its record is on disk (design.md section 7). Thread safe.
/// </summary>
public sealed class AuditLog : IAuditLog, ILogTrust, IAsyncDisposable
{
    private readonly ILogStore _store;
    private readonly NoteSigner _signer;
    private readonly RecordPreparer _preparer;
    private readonly AppendQueue _queue;
    private readonly Func<bool> _isPoolIdle;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _healthy = true;
    private volatile bool _broken;
    private volatile string? _distrusted;
    private volatile int _keyEpoch;

    private readonly TimeSpan _probeInterval;

    // Work whose record's commit failed: if it was written after all, the work must be finished before anything else is sealed.
    private (IRestingWork Work, PreparedRecord Record)? _unfinished;

    // INVARIANT (committed tree): the tree of the last successful commit, or the stored one where a commit's outcome was not known.
    private TreeState _tree;

    // The tree of a failed commit: whether it was written is asked of the store before the next one.
    private TreeState? _doubtful;

    /// <summary>Loads the tree and starts the log's thread.</summary>
    public AuditLog(ILogStore store, IRecordKeys keys, NoteSigner signer, AuditLogOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueCapacity, 1);
        _store = store;
        _signer = signer;
        _preparer = new RecordPreparer(new ViewSealer(keys), store);
        _queue = new AppendQueue(options.QueueCapacity, options.QuickTurn);
        _isPoolIdle = options.IsPoolIdle;
        _probeInterval = options.ProbeInterval;
        _tree = store.LoadTree();
        _thread = new Thread(Run) { IsBackground = true, Name = "audit-log" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public bool IsHealthy => _healthy && !_broken && _distrusted is null;

    /// <inheritdoc/>
    public string? Distrusted => _distrusted;

    /// <summary>The log's origin.</summary>
    public string Origin => _signer.VerifierKey.Name;

    /// <inheritdoc/>
    public ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion, CancellationToken shutdown)
    {
        shutdown.ThrowIfCancellationRequested();
        ThrowIfStopped();

        // Read before the keys are: a key destroyed in between gives the record an epoch that is past.
        var epoch = _keyEpoch;
        using var coming = _queue.Announce();
        try
        {
            return new ValueTask<AuditReceipt>(QueueAsync(new PendingAppend(_preparer.Prepare(record, companion), epoch), _isPoolIdle)!);
        }
        catch (LogStoreException e)
        {
            throw new AuditUnavailableException("the keys of a record could not be made durable", e);
        }
    }

    /// <summary>Runs work on the log's thread, while the log is at rest.</summary>
    /// <returns>The receipt of its record; null if it found nothing to do.</returns>
    /// <exception cref="AuditUnavailableException">Its record could not be made durable, or the work could not be finished: then the log does not serve any more.</exception>
    public ValueTask<AuditReceipt?> RestAsync(IRestingWork work, CancellationToken shutdown)
    {
        shutdown.ThrowIfCancellationRequested();
        ThrowIfStopped();
        return new ValueTask<AuditReceipt?>(QueueAsync(new PendingAppend(work), mayCommit: null));
    }

    /// <inheritdoc/>
    public void Distrust(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        _distrusted ??= reason;
    }

    /// <summary>Commits what is queued, then stops. Every waiter is completed or failed.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _stopped.Task;
    }

    private void ThrowIfStopped()
    {
        if (Stopped() is { } reason)
        {
            throw new AuditUnavailableException(reason);
        }
    }

    private Task<AuditReceipt?> QueueAsync(PendingAppend item, Func<bool>? mayCommit)
    {
        var isAdmitted = _queue.TryAdd(item, mayCommit, out var turn);
        using (turn)
        {
            if (turn is not null)
            {
                Serve(turn);
            }
        }

        return isAdmitted ? item.Completion : throw new AuditUnavailableException("the log's queue is full or closed");
    }

    private void Run()
    {
        while (ServeNext())
        {
        }

        _stopped.SetResult();
    }

    private bool ServeNext()
    {
        using var turn = _queue.TakeAll(Patience);
        if (turn is null)
        {
            return false;
        }

        Serve(turn);
        return true;
    }

    private TimeSpan Patience() => IsHealthy || Stopped() is not null ? Timeout.InfiniteTimeSpan : _probeInterval;

    // The only way to what only the turn's holder may touch.
    private void Serve(Turn turn)
    {
        if (turn.Items.Count > 0)
        {
            Serve(turn.Items);
        }
        else
        {
            Probe();
        }

        if (IsHealthy)
        {
            turn.Succeed();
        }
    }

    private void Serve(List<PendingAppend> items)
    {
        var from = 0;
        for (var i = 0; i <= items.Count; i++)
        {
            if (i < items.Count && items[i].Work is null)
            {
                continue;
            }

            if (i > from)
            {
                Commit(from == 0 && i == items.Count ? items : items[from..i]);
            }

            if (i < items.Count)
            {
                Rest(items[i]);
            }

            from = i + 1;
        }
    }

    private void Rest(PendingAppend item)
    {
        PendingAppend own;
        var work = item.Work!;
        try
        {
            ThrowIfStopped();
            Settle();
            if (work.Begin(_tree.Size) is not var (record, companion))
            {
                item.Complete(null);
                return;
            }

            own = new PendingAppend(_preparer.Prepare(record, companion), _keyEpoch);
        }
        catch (LogStoreException e)
        {
            Failed(e, null);
            item.Fail(new AuditUnavailableException("the log or its keys could not be read", e));
            return;
        }
#pragma warning disable CA1031 // The edge of the step: whatever refused the work, its waiter may not hang and the log goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            item.Fail(e);
            return;
        }

        Commit([own]);
        if (!own.Completion.IsCompletedSuccessfully || own.Completion.Result is not { } receipt)
        {
            _unfinished = _doubtful is null ? null : (work, own.Record);
            item.Fail(own.Completion.Exception?.InnerException ?? new AuditUnavailableException("the store left out an item"));
            return;
        }

        try
        {
            Finish(work, receipt);
        }
        catch (LogStoreException e)
        {
            Failed(e, null);
            item.Fail(new AuditUnavailableException(e.Message, e));
            return;
        }

        item.Complete(receipt);
    }

    private void Finish(IRestingWork work, AuditReceipt receipt)
    {
        try
        {
            work.Finish(receipt);
        }
#pragma warning disable CA1031 // A work that is half done must be finished at a start, before anything else is sealed: whatever stopped it, the log stops.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new LogStoreException("recorded work could not be finished: restart the node", isPermanent: true, e);
        }

        _keyEpoch++;
    }

    private void Commit(List<PendingAppend> items)
    {
        if (Stopped() is { } reason)
        {
            FailAll(items, reason, null);
            return;
        }

        LogBatch? batch = null;
        try
        {
            Settle();
            batch = new LogBatch(items.ConvertAll(Current), _tree, _signer);
            _store.Commit(batch);
        }
#pragma warning disable CA1031 // The edge of the step: whatever went wrong, no waiter may hang and nothing may leave.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(e, batch?.Tree);
            FailAll(items, "the record could not be made durable", e);
            return;
        }

        // INVARIANT (committed tree)
        _tree = batch.Tree;
        _healthy = true;
        for (var i = 0; i < items.Count; i++)
        {
            if (batch.IndexOf(i) >= 0)
            {
                items[i].Complete(Receipt(batch.Items[i], batch.IndexOf(i)));
            }
            else
            {
                items[i].Fail(batch.RejectionOf(i) ?? new AuditUnavailableException("the store left out an item"));
            }
        }
    }

    private string? Stopped() => _broken ? "the log stopped after a failed sync" : _distrusted is null ? null : "the log is not what it signed";

    private PreparedRecord Current(PendingAppend item) => item.KeyEpoch == _keyEpoch ? item.Record : _preparer.Again(item.Record);

    private void Probe()
    {
        try
        {
            Settle();
            _store.Probe();
            _healthy = true;
        }
#pragma warning disable CA1031 // The edge of the step, as in a commit.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(e, null);
        }
    }

    private void Failed(Exception e, TreeState? doubtful)
    {
        _broken |= e is not LogStoreException { IsPermanent: false };
        _healthy = false;
        _doubtful = doubtful ?? _doubtful ?? _tree;
    }

    // A commit that failed may have been written after all (its answer was lost): its records then stand in the log though nothing left. Any third tree is another writer's or a changed log.
    private void Settle()
    {
        if (_doubtful is null)
        {
            return;
        }

        var stored = _store.LoadTree();
        if (!Same(stored, _tree) && !Same(stored, _doubtful))
        {
            throw new LogStoreException("the stored log is neither the one before the failed commit nor the one after it", isPermanent: true, null);
        }

        if (_unfinished is var (work, record) && stored.Size > _tree.Size)
        {
            Finish(work, Receipt(record, _tree.Size));
        }

        (_tree, _doubtful, _unfinished) = (stored, null, null);

        static bool Same(TreeState a, TreeState b) => a.Size == b.Size && a.Root().AsSpan().SequenceEqual(b.Root());
    }

    private AuditReceipt Receipt(PreparedRecord prepared, long index) =>
        new(prepared.Record.Transaction, Origin, index, Convert.ToHexStringLower(prepared.LeafHash), prepared.Record.BodyDigest);

    private static void FailAll(List<PendingAppend> items, string message, Exception? cause)
    {
        foreach (var item in items)
        {
            item.Fail(new AuditUnavailableException(message, cause));
        }
    }
}
