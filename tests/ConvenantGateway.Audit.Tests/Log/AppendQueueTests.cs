using System.Diagnostics;

namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>The queue waits for what is on its way, but not for ever; and gives the turn to one at a time.</summary>
public sealed class AppendQueueTests
{
    [Fact]
    public void TakeAll_WhatIsAnnouncedNeverComes_IsNotWaitedForForEver()
    {
        var queue = new AppendQueue(2);
        using var never = queue.Announce();
        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: false));

        Assert.Single(queue.TakeAll(ForEver)!);
    }

    [Fact]
    public void TakeAll_ManyThreadsAnnounceAndAdd_EachItemIsTakenOnceInOrder()
    {
        const int Threads = 4;
        const int Each = 2000;
        var queue = new AppendQueue(int.MaxValue);
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
        var queue = new AppendQueue(1);

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
        var queue = new AppendQueue(2);
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
        var queue = new AppendQueue(2);
        using var own = queue.Announce();
        using var another = queue.Announce();

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public void Admit_AnotherWaits_IsQueuedBehindIt()
    {
        var queue = new AppendQueue(2);
        using var own = queue.Announce();
        var (first, second) = (Item(), Item());
        queue.Admit(first, mayCommit: false);

        Assert.Equal(Admission.Queued, queue.Admit(second, mayCommit: true));
        Assert.Equal([first, second], queue.TakeAll(ForEver)!);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public void Admit_LastTurnFailedOrWasOfManyOrSlow_IsQueuedUntilOneWasGood(int served, bool slow)
    {
        var queue = new AppendQueue(2);
        using var own = queue.Announce();
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
        var began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => !slow || Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(21));
        queue.EndTurn(served);

        Assert.Equal(Admission.Queued, queue.Admit(Item(), mayCommit: true));
        Assert.Single(queue.TakeAll(ForEver)!);
        queue.EndTurn(1);
        Assert.Equal(Admission.Turn, queue.Admit(Item(), mayCommit: true));
    }

    [Fact]
    public async Task Close_WhileAProducerHasTheTurn_EndsWhenItEnds()
    {
        var queue = new AppendQueue(2);
        using var own = queue.Announce();
        queue.Admit(Item(), mayCommit: true);
        var asked = 0;
        var end = Task.Run(() => queue.TakeAll(() =>
        {
            Interlocked.Increment(ref asked);
            return Timeout.InfiniteTimeSpan;
        }));
        SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 1);
        queue.Close();
        SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 2);

        Assert.False(end.IsCompleted);
        queue.EndTurn(1);
        Assert.Null(await end);
    }

    [Fact]
    public void Admit_ManyThreadsMayCommit_OneTurnAtATimeAndEachItemOnce()
    {
        const int Threads = 4;
        const int Each = 5000;
        var queue = new AppendQueue(int.MaxValue);
        var (holders, most, served, alone) = (0, 0, 0, 0);
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
                    alone++;
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
        Assert.InRange(alone, 1, served);
    }

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
