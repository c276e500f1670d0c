using System.Diagnostics;

namespace ConvenantGateway.Audit;

/// <summary>
/// The bounded queue between producers and the log's thread. Full means refused at once: back-pressure that a caller can see, never a silent drop. Thread safe.
/// </summary>
internal sealed class AppendQueue(int capacity)
{
    // Of the time that the log's thread was away, and at most: what the wait costs the first of a batch stays small beside what it waited already.
    private const int LingerShare = 4;
    private static readonly TimeSpan MostLinger = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private List<PendingAppend> _items = [];
    private List<PendingAppend> _spare = [];
    private bool _closed;
    private bool _waiting;
    private int _coming;
    private long _taken = Stopwatch.GetTimestamp();

    /// <summary>Tells that an item is being made; disposing what is returned tells that it came, whether it was added or not.</summary>
    public Coming Announce() => new(this);

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
    /// Waits for items and hands out all there are, after lingering while more are on their way: one sync then serves more of them. Null when closed and empty. The list is valid until the next call.
    /// </summary>
    /// <param name="patience">How long to wait for a first item; then an empty list. Infinite for ever.</param>
    public List<PendingAppend>? TakeAll(TimeSpan patience)
    {
        var away = Stopwatch.GetElapsedTime(_taken);
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

        Linger(away);
        lock (_gate)
        {
            var taken = _items;
            _spare.Clear();
            (_items, _spare) = (_spare, taken);
            _taken = Stopwatch.GetTimestamp();
            return taken;
        }
    }

    private void Linger(TimeSpan away)
    {
        var most = away / LingerShare < MostLinger ? away / LingerShare : MostLinger;
        var began = Stopwatch.GetTimestamp();
        var seen = 0;
        while (true)
        {
            var count = Volatile.Read(ref _items).Count;
            if ((count == seen && Volatile.Read(ref _coming) == 0) || Stopwatch.GetElapsedTime(began) > most)
            {
                return;
            }

            seen = count;
            Thread.Yield();
        }
    }

    /// <summary>An item on its way.</summary>
    internal readonly struct Coming : IDisposable
    {
        private readonly AppendQueue _queue;

        internal Coming(AppendQueue queue)
        {
            _queue = queue;
            Interlocked.Increment(ref queue._coming);
        }

        /// <inheritdoc/>
        public void Dispose() => Interlocked.Decrement(ref _queue._coming);
    }
}
