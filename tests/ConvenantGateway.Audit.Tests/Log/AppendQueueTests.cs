using System.Diagnostics;

namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>The queue waits for what is on its way, but not for ever; and gives the turn to one at a time.</summary>
public sealed class AppendQueueTests
{
    [Fact]
    public void TakeAll_WhatIsAnnouncedNeverComes_IsNotWaitedForForEver()
    {
        var queue = new AppendQueue(2, Hour);
        using var never = queue.Announce();
        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: false));

        Assert.Single(queue.TakeAll(ForEver)!);
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
            while (queue.TakeAll(ForEver) is { } some)
            {
                taken.AddRange(some);
                queue.EndTurn(some.Count);
            }
        });
        reader.Start();
        var writers = items.Select(own => new Thread(() =>
        {
            foreach (var item in own)
            {
                using var coming = queue.Announce();
                Assert.Equal(Admission.Queued, queue.Admit(item, mayCommit: false));
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
    public void Admit_FullOrClosed_IsRefused()
    {
        var queue = new AppendQueue(1, Hour);

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: false));
        Assert.Equal(Admission.Refused, queue.Admit(Item(), mayCommit: true));
        queue.Close();
        Assert.Equal(Admission.Refused, queue.Admit(Item(), mayCommit: true));
        Assert.Single(queue.TakeAll(ForEver)!);
        queue.EndTurn(1);
        Assert.Null(queue.TakeAll(ForEver));
    }

    [Fact]
    public void Admit_ProducerAlone_HasTheTurnUntilItEndsIt()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();

        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
        queue.EndTurn(1);
        Assert.Single(queue.TakeAll(ForEver)!);
        queue.EndTurn(1);
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_AnotherIsOnTheWay_IsQueued()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        using var another = queue.Announce();

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_AnotherWaits_IsQueuedBehindIt()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        var (first, second) = (Item(), Item());
        queue.Admit(first, mayCommit: false);

        Assert.Equal(Admission.Queued, queue.Admit(second, mayCommit: true));
        Assert.Equal([first, second], queue.TakeAll(ForEver)!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Admit_LastTurnFailedOrWasOfMany_IsQueuedUntilOneWasGood(int served)
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
        queue.EndTurn(served);

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
        Assert.Single(queue.TakeAll(ForEver)!);
        queue.EndTurn(1);
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_LastTurnWasSlow_IsQueued()
    {
        var queue = new AppendQueue(2, TimeSpan.FromTicks(1));
        using var own = queue.Announce();
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
        var began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began).Ticks > 1);
        queue.EndTurn(1);

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_NoTurnIsQuickEnough_IsQueued()
    {
        var queue = new AppendQueue(2, TimeSpan.Zero);
        using var own = queue.Announce();

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_ProducerMayNotCommit_IsQueued()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: false));
    }

    [Fact]
    public async Task Close_WhileAProducerHasTheTurn_EndsWhenItEnds()
    {
        var queue = new AppendQueue(2, Hour);
        using var own = queue.Announce();
        queue.Admit(Item(), mayCommit: true);
        var asked = 0;
        var end = Task.Run(() => queue.TakeAll(() =>
        {
            Interlocked.Increment(ref asked);
            return Timeout.InfiniteTimeSpan;
        }));
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 1, Hour));
        queue.Close();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 2, Hour));

        Assert.False(end.IsCompleted);
        queue.EndTurn(1);
        Assert.Null(await end);
    }

    [Fact]
    public void Admit_ManyThreadsMayCommit_OneTurnAtATimeAndEachItemOnce()
    {
        const int Threads = 4;
        const int Each = 5000;
        var queue = new AppendQueue(int.MaxValue, Hour);
        var (holders, most, served) = (0, 0, 0);
        void Hold(int count)
        {
            most = Math.Max(most, Interlocked.Increment(ref holders));
            served += count;
            Interlocked.Decrement(ref holders);
        }

        var reader = new Thread(() =>
        {
            while (queue.TakeAll(ForEver) is { } some)
            {
                Hold(some.Count);
                queue.EndTurn(some.Count);
            }
        });
        reader.Start();
        var writers = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                using var coming = queue.Announce();
                if (queue.Admit(Item(), mayCommit: true) == Admission.Turn)
                {
                    Hold(1);
                    queue.EndTurn(1);
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

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static TimeSpan ForEver() => Timeout.InfiniteTimeSpan;

    private static PendingAppend Item() => new(new NoWork());

    private sealed class NoWork : IRestingWork
    {
        public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex) => null;

        public void Finish(AuditReceipt receipt)
        {
        }
    }
}
