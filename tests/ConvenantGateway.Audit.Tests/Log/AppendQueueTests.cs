using System.Diagnostics;

namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>The queue waits for what is on its way, but not for ever; and gives the turn to one at a time.</summary>
public sealed class AppendQueueTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void TakeAll_WhatIsAnnouncedNeverComes_IsNotWaitedForForEver()
    {
        var queue = new AppendQueue(2, Hour);
        using var never = queue.Announce();
        Add(queue, Item());

        Assert.Single(queue.TakeAll(ForEver)!.Items);
    }

    [Fact]
    public void TakeAll_ManyThreadsAnnounceAndAdd_EachItemIsTakenOnceInOrder()
    {
        const int Threads = 4;
        const int Each = 2000;
        var queue = new AppendQueue(int.MaxValue, Hour);
        var items = Enumerable.Range(0, Threads).Select(static _ => Enumerable.Range(0, Each).Select(static _ => Item()).ToArray()).ToArray();
        var taken = new List<PendingAppend>();
        var reader = new Thread(() =>
        {
            while (queue.TakeAll(ForEver) is { } turn)
            {
                taken.AddRange(turn.Items);
                turn.Dispose();
            }
        });
        reader.Start();
        var writers = items.Select(own => new Thread(() =>
        {
            foreach (var item in own)
            {
                using var coming = queue.Announce();
                Add(queue, item);
            }
        })).ToList();
        writers.ForEach(static w => w.Start());
        writers.ForEach(static w => w.Join());
        queue.Close();
        reader.Join();

        Assert.Equal(Threads * Each, taken.Count);
        Assert.All(items, own => Assert.Equal(own, taken.Where(own.ToHashSet().Contains)));
    }

    [Fact]
    public void TryAdd_FullOrClosed_IsRefused()
    {
        var queue = new AppendQueue(1, Hour);

        Add(queue, Item());
        Assert.False(queue.TryAdd(Item(), Always, out _));
        queue.Close();
        Assert.False(queue.TryAdd(Item(), Always, out _));
        Take(queue, 1);
        Assert.Null(queue.TakeAll(ForEver));
    }

    [Fact]
    public void TryAdd_ProducerAlone_HasTheTurnUntilItEndsIt()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var item = Item();

        var turn = Offer(queue, item);
        Assert.Equal([item], turn!.Items);
        Assert.Null(Offer(queue));
        End(turn);
        Take(queue, 1);
        Assert.NotNull(Offer(queue));
    }

    [Fact]
    public void TryAdd_AnotherIsOnTheWay_IsQueued()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        using var another = queue.Announce();

        Assert.Null(Offer(queue));
    }

    [Fact]
    public void TryAdd_AnotherWaits_IsQueuedBehindIt()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var (first, second) = (Item(), Item());
        Add(queue, first);

        Assert.Null(Offer(queue, second));
        Assert.Equal([first, second], queue.TakeAll(ForEver)!.Items);
    }

    [Fact]
    public void TryAdd_LastTurnFailed_IsQueuedUntilOneWasGood()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        Offer(queue)!.Dispose();

        Assert.Null(Offer(queue));
        Take(queue, 1);
        Assert.NotNull(Offer(queue));
    }

    [Fact]
    public void TryAdd_LastTurnWasOfMany_IsQueuedUntilOneWasOfOne()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        Add(queue, Item());
        Add(queue, Item());
        Take(queue, 2);

        Assert.Null(Offer(queue));
        Take(queue, 1);
        Assert.NotNull(Offer(queue));
    }

    [Fact]
    public void TryAdd_LastTurnWasSlow_IsQueued()
    {
        var queue = new AppendQueue(2, TimeSpan.FromTicks(1));
        using var own = queue.Announce();
        var turn = Offer(queue);
        var began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began).Ticks > 1);
        End(turn!);

        Assert.Null(Offer(queue));
    }

    [Fact]
    public void TryAdd_NoTurnIsQuickEnough_IsQueued()
    {
        var queue = new AppendQueue(2, TimeSpan.Zero);
        using var own = queue.Announce();

        Assert.Null(Offer(queue));
    }

    [Fact]
    public void TryAdd_ProducerMayNotCommit_IsQueued()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();

        Assert.True(queue.TryAdd(Item(), static () => false, out var turn));
        Assert.Null(turn);
        Take(queue, 1);
        Assert.True(queue.TryAdd(Item(), null, out turn));
        Assert.Null(turn);
    }

    [Fact]
    public void Dispose_Twice_EndsNobodyElsesTurn()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var first = Offer(queue)!;
        End(first);
        using var second = Offer(queue);

        first.Dispose();

        Assert.NotNull(second);
        Assert.Null(Offer(queue));
    }

    [Fact]
    public async Task Close_WhileAProducerHasTheTurn_EndsWhenItEnds()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var turn = Offer(queue);
        var patience = new Patience();
        var end = Task.Run(() => queue.TakeAll(patience.Ask));
        patience.WaitUntilAsked(1);
        queue.Close();
        patience.WaitUntilAsked(2);

        Assert.False(end.IsCompleted);
        End(turn!);
        Assert.Null(await end);
    }

    [Fact]
    public async Task Dispose_TurnOfAProducerFailed_PatienceIsAskedAgain()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var turn = Offer(queue);
        var patience = new Patience();
        var end = Task.Run(() => queue.TakeAll(patience.Ask));
        patience.WaitUntilAsked(1);

        turn!.Dispose();

        patience.WaitUntilAsked(2);
        queue.Close();
        Assert.Null(await end);
    }

    [Fact]
    public void TryAdd_ManyThreadsMayCommit_OneTurnAtATimeAndEachItemOnce()
    {
        const int Threads = 4;
        const int Each = 5000;
        var queue = new AppendQueue(int.MaxValue, Hour);
        var (holders, most, served) = (0, 0, 0);
        void Hold(Turn turn)
        {
            most = Math.Max(most, Interlocked.Increment(ref holders));
            served += turn.Items.Count;
            Interlocked.Decrement(ref holders);
            End(turn);
        }

        var reader = new Thread(() =>
        {
            while (queue.TakeAll(ForEver) is { } turn)
            {
                Hold(turn);
            }
        });
        reader.Start();
        var writers = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                using var coming = queue.Announce();
                if (Offer(queue) is { } turn)
                {
                    Hold(turn);
                }
            }
        })).ToList();
        writers.ForEach(static w => w.Start());
        writers.ForEach(static w => w.Join());
        queue.Close();
        reader.Join();

        Assert.Equal(1, most);
        Assert.Equal(Threads * Each, served);
    }

    private static TimeSpan ForEver() => Timeout.InfiniteTimeSpan;

    private static bool Always() => true;

    private static void Add(AppendQueue queue, PendingAppend item)
    {
        Assert.True(queue.TryAdd(item, null, out var turn));
        Assert.Null(turn);
    }

    // As a producer that may commit.
    private static Turn? Offer(AppendQueue queue, PendingAppend? item = null)
    {
        Assert.True(queue.TryAdd(item ?? Item(), Always, out var turn));
        return turn;
    }

    private static void Take(AppendQueue queue, int items)
    {
        var turn = queue.TakeAll(ForEver)!;
        Assert.Equal(items, turn.Items.Count);
        End(turn);
    }

    private static void End(Turn turn)
    {
        turn.Succeed();
        turn.Dispose();
    }

    private static PendingAppend Item() => new(new NoWork());

    // Of one who waits for ever.
    private sealed class Patience
    {
        private int _asked;

        public TimeSpan Ask()
        {
            Interlocked.Increment(ref _asked);
            return Timeout.InfiniteTimeSpan;
        }

        public void WaitUntilAsked(int times) => Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _asked) == times, TimeSpan.FromMinutes(1)));
    }

    private sealed class NoWork : IRestingWork
    {
        public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex) => null;

        public void Finish(AuditReceipt receipt)
        {
        }
    }
}
