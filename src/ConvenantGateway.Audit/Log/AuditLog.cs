namespace ConvenantGateway.Audit;

/// <summary>
/// The log: producers seal and hash on their own threads and queue; one dedicated thread commits what is queued, in one transaction with one sync and one signature, and then
/// completes the waiters. When an append returns, its record is on disk (design.md section 7). Thread safe.
/// </summary>
public sealed class AuditLog : IAuditLog, IAsyncDisposable
{
    private readonly ILogStore _store;
    private readonly NoteSigner _signer;
    private readonly RecordPreparer _preparer;
    private readonly AppendQueue _queue;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _healthy = true;
    private volatile bool _broken;
    private volatile int _keyEpoch;

    // INVARIANT (committed tree): only ever the tree of the last successful commit.
    private TreeState _tree;

    /// <summary>Loads the tree and starts the log's thread.</summary>
    public AuditLog(ILogStore store, IRecordKeys keys, NoteSigner signer, AuditLogOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueCapacity, 1);
        _store = store;
        _signer = signer;
        _preparer = new RecordPreparer(new ViewSealer(keys), store);
        _queue = new AppendQueue(options.QueueCapacity);
        _tree = store.LoadTree();
        _thread = new Thread(Run) { IsBackground = true, Name = "audit-log" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public bool IsHealthy => _healthy && !_broken;

    /// <summary>The log's origin.</summary>
    public string Origin => _signer.VerifierKey.Name;

    /// <inheritdoc/>
    public ValueTask<AuditReceipt> AppendAsync(ExchangeRecord record, ICompanionWrites? companion, CancellationToken shutdown)
    {
        shutdown.ThrowIfCancellationRequested();
        ThrowIfBroken();

        // Read before the keys are: a key destroyed in between gives the record an epoch that is past.
        var epoch = _keyEpoch;
        PreparedRecord prepared;
        try
        {
            prepared = _preparer.Prepare(record, companion);
        }
        catch (LogStoreException e)
        {
            throw new AuditUnavailableException("the keys of a record could not be made durable", e);
        }

        return new ValueTask<AuditReceipt>(Queued(new PendingAppend(prepared, epoch))!);
    }

    /// <summary>Runs work on the log's thread, while the log is at rest.</summary>
    /// <returns>The receipt of its record; null if it found nothing to do.</returns>
    /// <exception cref="AuditUnavailableException">Its record could not be made durable, or the work could not be finished: then the log does not serve any more.</exception>
    public ValueTask<AuditReceipt?> RestAsync(IRestingWork work, CancellationToken shutdown)
    {
        shutdown.ThrowIfCancellationRequested();
        ThrowIfBroken();
        return new ValueTask<AuditReceipt?>(Queued(new PendingAppend(work)));
    }

    /// <summary>Commits what is queued, then stops. Every waiter is completed or failed.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _stopped.Task;
    }

    private void ThrowIfBroken()
    {
        if (_broken)
        {
            throw new AuditUnavailableException("the log stopped after a failed sync");
        }
    }

    private Task<AuditReceipt?> Queued(PendingAppend item) =>
        _queue.TryAdd(item) ? item.Completion : throw new AuditUnavailableException("the log's queue is full or closed");

    private void Run()
    {
        while (_queue.TakeAll() is { } items)
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

        _stopped.SetResult();
    }

    private void Rest(PendingAppend item)
    {
        PendingAppend own;
        var work = item.Work!;
        try
        {
            ThrowIfBroken();
            if (work.Begin(_tree.Size) is not var (record, companion))
            {
                item.Complete(null);
                return;
            }

            own = new PendingAppend(_preparer.Prepare(record, companion), _keyEpoch);
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
            item.Fail(own.Completion.Exception?.InnerException ?? new AuditUnavailableException("the store left out an item"));
            return;
        }

        try
        {
            work.Finish(receipt);
        }
#pragma warning disable CA1031 // As above; and a work that is half done must be finished at a start, before anything else is sealed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _broken = true;
            item.Fail(new AuditUnavailableException("recorded work could not be finished: restart the node", e));
            return;
        }

        _keyEpoch++;
        item.Complete(receipt);
    }

    private void Commit(List<PendingAppend> items)
    {
        if (_broken)
        {
            FailAll(items, "the log stopped after a failed sync", null);
            return;
        }

        LogBatch batch;
        try
        {
            batch = new LogBatch(items.ConvertAll(Current), _tree, _signer);
            _store.Commit(batch);
        }
#pragma warning disable CA1031 // The edge of the step: whatever went wrong, no waiter may hang and nothing may leave.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _broken = e is not LogStoreException { IsPermanent: false };
            _healthy = false;
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

    private PreparedRecord Current(PendingAppend item) => item.KeyEpoch == _keyEpoch ? item.Record : _preparer.Again(item.Record);

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
