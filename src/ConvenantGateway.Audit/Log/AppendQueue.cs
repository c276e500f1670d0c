namespace ConvenantGateway.Audit;

/// <summary>
/// The bounded queue between producers and the log's thread. Full means refused at once: back-pressure that a caller can see, never a silent drop. Thread safe.
/// </summary>
internal sealed class AppendQueue(int capacity)
{
    private const int LingerYields = 64;

    private readonly object _gate = new();
    private List<PendingAppend> _items = [];
    private List<PendingAppend> _spare = [];
    private bool _closed;
    private bool _waiting;

    /// <summary>Adds an item; false if the queue is full or closed.</summary>
    public bool TryAdd(PendingAppend item)
    {
        lock (_gate)
        {
            if (_closed || _items.Count >= capacity)
            {
                return false;
            }

            _items.Add(item);
            if (_waiting)
            {
                _waiting = false;
                Monitor.Pulse(_gate);
            }

            return true;
        }
    }

    /// <summary>Refuses what comes; what is in the queue is still handed out.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Waits for items and hands out all there are, after lingering while more arrive: one sync then serves more of them. Null when closed and empty. The list is valid until the
    /// next call.
    /// </summary>
    /// <param name="patience">How long to wait for a first item; then an empty list. Infinite for ever.</param>
    public List<PendingAppend>? TakeAll(TimeSpan patience)
    {
        lock (_gate)
        {
            while (_items.Count == 0)
            {
                if (_closed)
                {
                    return null;
                }

                _waiting = true;
                if (!Monitor.Wait(_gate, patience))
                {
                    break;
                }
            }
        }

        var seen = 0;
        for (var i = 0; i < LingerYields; i++)
        {
            var count = Volatile.Read(ref _items).Count;
            if (count == seen)
            {
                break;
            }

            seen = count;
            Thread.Yield();
        }

        lock (_gate)
        {
            var taken = _items;
            _spare.Clear();
            (_items, _spare) = (_spare, taken);
            return taken;
        }
    }
}
