namespace ConvenantGateway.Audit.Tests.Log;

/// <summary>The queue waits for what is on its way, but not for ever.</summary>
public sealed class AppendQueueTests
{
    [Fact]
    public void TakeAll_WhatIsAnnouncedNeverComes_IsNotWaitedForForEver()
    {
        var queue = new AppendQueue(2);
        using var never = queue.Announce();
        Assert.True(queue.TryAdd(Item()));

        Assert.Single(queue.TakeAll(Timeout.InfiniteTimeSpan)!);
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
            while (queue.TakeAll(Timeout.InfiniteTimeSpan) is { } some)
            {
                taken.AddRange(some);
            }
        });
        reader.Start();
        var writers = items.Select(own => new Thread(() =>
        {
            foreach (var item in own)
            {
                using var coming = queue.Announce();
                Assert.True(queue.TryAdd(item));
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
        var queue = new AppendQueue(1);

        Assert.True(queue.TryAdd(Item()));
        Assert.False(queue.TryAdd(Item()));
        queue.Close();
        Assert.False(queue.TryAdd(Item()));
        Assert.Single(queue.TakeAll(Timeout.InfiniteTimeSpan)!);
        Assert.Null(queue.TakeAll(Timeout.InfiniteTimeSpan));
    }

    private static PendingAppend Item() => new(new NoWork());

    private sealed class NoWork : IRestingWork
    {
        public (ExchangeRecord Record, ICompanionWrites? Companion)? Begin(long nextIndex) => null;

        public void Finish(AuditReceipt receipt)
        {
        }
    }
}
