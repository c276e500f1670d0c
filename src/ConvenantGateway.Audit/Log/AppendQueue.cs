using System.Diagnostics;

namespace ConvenantGateway.Audit;

/// <summary>
/// The bounded queue between producers and the log's thread, and the turn to commit, which one of them has at a time. Full means refused at once: back-pressure that a caller can see, never a silent drop.
/// Thread safe.
/// </summary>
/// <param name="capacity">How many items may wait.</param>
/// <param name="quickTurn">How long a turn may take after which a producer may have one: a disk that stalls then holds a producer's thread once, and the log's thread until it is quick again. Zero: never.</param>
internal sealed class AppendQueue(int capacity, TimeSpan quickTurn)
{
    // Of the time that the last turn took, and at most: what the wait costs the first of a batch stays small beside what it waited already.
    private const int LingerShare = 4;
    private static readonly TimeSpan MostLinger = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private List<PendingAppend> _items = [];
    private List<PendingAppend> _spare = [];
    private bool _closed;
    private bool _waiting;
    private int _coming;

    // INVARIANT (one turn): true from when a turn is given until it ends; the gate shows the next what the one before wrote.
    private bool _isTaken;
    private TimeSpan _lastTurn;
    private bool _isQuiet = quickTurn > TimeSpan.Zero;

    /// <summary>Tells that an item is being made; disposing what is returned tells that it came, whether it was added or not.</summary>
    public Coming Announce() => new(this);

    /// <summary>
    /// Adds an item, or gives its producer the turn, if it may commit and is alone: nobody has the turn, waits or is on the way, and the last turn was quick and of one item. It then commits the item itself:
    /// that saves two hand-overs between threads, together a tenth of a small commit.
    /// </summary>
    /// <param name="item">What is to be committed; announced before, if its producer may commit.</param>
    /// <param name="mayCommit">Asked last, of a producer that is alone; null if it may not.</param>
    /// <param name="turn">The turn, of this item; null if the item was added: the log's thread commits it.</param>
    /// <returns>False if the queue is full or closed.</returns>
    public bool TryAdd(PendingAppend item, Func<bool>? mayCommit, out Turn? turn)
    {
        turn = null;
        lock (_gate)
        {
            if (_closed || _items.Count >= capacity)
            {
                return false;
            }

            if (mayCommit is not null && _isQuiet && !_isTaken && _items.Count == 0 && Volatile.Read(ref _coming) == 1 && mayCommit())
            {
                _isTaken = true;
                turn = new Turn(this, [item]);
                return true;
            }

            _items.Add(item);
            if (!_isTaken)
            {
                Wake();
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
            Wake();
        }
    }

    /// <summary>
    /// Waits for items and the turn, and gives the turn of all there are, after lingering while more are on their way: one sync then serves more of them. Null when closed and empty. One thread calls it, and
    /// ends a turn before it asks for the next.
    /// </summary>
    /// <param name="patience">How long to wait for a first item, asked whenever a turn ended; then the turn without items. Infinite for ever.</param>
    public Turn? TakeAll(Func<TimeSpan> patience)
    {
        lock (_gate)
        {
            while (_isTaken || _items.Count == 0)
            {
                if (_closed && !_isTaken)
                {
                    return null;
                }

                _waiting = true;
                if (!Monitor.Wait(_gate, patience()) && !_isTaken)
                {
                    break;
                }
            }

            _isTaken = true;
        }

        Linger(_lastTurn);
        lock (_gate)
        {
            var taken = _items;
            _spare.Clear();
            (_items, _spare) = (_spare, taken);
            return new Turn(this, taken);
        }
    }

    /// <summary>Ends a turn: <see cref="Turn.Dispose"/> only.</summary>
    /// <param name="served">How many items were served; 0 if none was or it failed: the log's thread then looks how long to wait now.</param>
    /// <param name="took">How long it took.</param>
    internal void End(int served, TimeSpan took)
    {
        lock (_gate)
        {
            _isTaken = false;
            _lastTurn = took;
            _isQuiet = served == 1 && took < quickTurn;
            if (_items.Count > 0 || _closed || served == 0)
            {
                Wake();
            }
        }
    }

    private void Wake()
    {
        if (_waiting)
        {
            _waiting = false;
            Monitor.Pulse(_gate);
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
