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

    // INVARIANT (one turn): set by whoever commits, from taking to ending; the gate shows the next what the one before wrote.
    private bool _isTaken;
    private long _taken;
    private TimeSpan _lastTurn;
    private bool _isQuiet = quickTurn > TimeSpan.Zero;

    /// <summary>Tells that an item is being made; disposing what is returned tells that it came, whether it was added or not.</summary>
    public Coming Announce() => new(this);

    /// <summary>
    /// Adds an item, or gives the turn to its producer, if that may commit and is alone: nobody has the turn, waits or is on the way, and the last turn was quick and of one item. It commits the item itself
    /// and ends the turn: that saves two hand-overs between threads, together a tenth of a small commit.
    /// </summary>
    /// <param name="item">What is to be committed; announced before, if its producer may commit.</param>
    /// <param name="mayCommit">Whether the producer may be given the turn.</param>
    public Admission Admit(PendingAppend item, bool mayCommit)
    {
        lock (_gate)
        {
            if (_closed || _items.Count >= capacity)
            {
                return Admission.Refused;
            }

            if (mayCommit && _isQuiet && !_isTaken && _items.Count == 0 && Volatile.Read(ref _coming) == 1)
            {
                Take();
                return Admission.Turn;
            }

            _items.Add(item);
            if (!_isTaken)
            {
                Wake();
            }

            return Admission.Queued;
        }
    }

    /// <summary>Ends the turn that <see cref="Admit"/> or <see cref="TakeAll"/> gave.</summary>
    /// <param name="served">How many items it was for; 0 if it was a probe or failed: the log's thread then looks how long to wait now.</param>
    public void EndTurn(int served)
    {
        lock (_gate)
        {
            _isTaken = false;
            _lastTurn = Stopwatch.GetElapsedTime(_taken);
            _isQuiet = served == 1 && _lastTurn < quickTurn;
            if (_items.Count > 0 || _closed || served == 0)
            {
                Wake();
            }
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
    /// Waits for items and the turn, and hands out all there are, after lingering while more are on their way: one sync then serves more of them. Null when closed and empty. The list is valid until the next
    /// call.
    /// </summary>
    /// <param name="patience">How long to wait for a first item, asked whenever a turn ended; then an empty list, also with the turn. Infinite for ever.</param>
    public List<PendingAppend>? TakeAll(Func<TimeSpan> patience)
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

            Take();
        }

        Linger(_lastTurn);
        lock (_gate)
        {
            var taken = _items;
            _spare.Clear();
            (_items, _spare) = (_spare, taken);
            _taken = Stopwatch.GetTimestamp();
            return taken;
        }
    }

    private void Take() => (_isTaken, _taken) = (true, Stopwatch.GetTimestamp());

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
