namespace ConvenantGateway.Audit.Tests;

/// <summary>A log store in memory with faults on demand.</summary>
internal sealed class MemoryLogStore : ILogStore, ITreeHashes
{
    public List<PreparedRecord> Leaves { get; } = [];

    public List<int> BatchSizes { get; } = [];

    public Queue<Exception> Faults { get; } = new();

    /// <summary>Closed: commits wait.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Set when a commit has begun.</summary>
    public ManualResetEventSlim Begun { get; } = new();

    /// <summary>The thread that committed last.</summary>
    public int Committer { get; private set; }

    public byte[] Checkpoint { get; private set; } = [];

    public TreeState LoadTree() => TreeState.Restore(Leaves.Count, this);

    /// <summary>What a probe throws; none if empty.</summary>
    public Queue<Exception> ProbeFaults { get; } = new();

    /// <summary>How often the store was tried.</summary>
    public int Probes { get; private set; }

    /// <summary>A commit that was written though its answer was lost.</summary>
    public bool WritesBeforeTheFault { get; set; }

    public void Probe()
    {
        Probes++;
        if (ProbeFaults.TryDequeue(out var fault))
        {
            throw fault;
        }
    }

    public object Prepare(ICompanionWrites companion) => companion;

    public object PrepareAgain(object prepared) => prepared;

    public void Commit(LogBatch batch)
    {
        Committer = Environment.CurrentManagedThreadId;
        Begun.Set();
        Gate.Wait();
        var fails = Faults.TryDequeue(out var fault);
        if (fails && !WritesBeforeTheFault)
        {
            throw fault!;
        }

        BatchSizes.Add(batch.Items.Count);
        for (var i = 0; i < batch.Items.Count; i++)
        {
            if (batch.Items[i].Companion is Conflicting)
            {
                batch.Reject(i, new CompanionConflictException("transaction"));
                continue;
            }

            Assert.Equal(Leaves.Count, batch.NextIndex);
            Leaves.Add(batch.Items[i]);
            batch.Accept(i);
        }

        Checkpoint = batch.Seal().Checkpoint.ToArray();
        if (fails)
        {
            throw fault!;
        }
    }

    public ReadOnlyMemory<byte> Read(int level, long start, int count) =>
        level == 0 ? Leaves.Skip((int)start).Take(count).SelectMany(static l => l.LeafHash).ToArray() : throw new NotSupportedException("small logs only");

    public sealed class Conflicting : ICompanionWrites;
}
