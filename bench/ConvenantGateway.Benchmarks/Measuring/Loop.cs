namespace ConvenantGateway.Benchmarks.Measuring;

/// <summary>One candidate of an in-process comparison: something done again and again on one thread. Not thread safe.</summary>
internal sealed class Loop(string name, Action once)
{
    private const long WarmUpNanoseconds = 1_000_000_000;

    private int _count = 1;

    /// <summary>What is measured.</summary>
    public string Name => name;

    /// <summary>CPU nanoseconds per call, per round.</summary>
    public Samples Nanoseconds { get; } = new();

    /// <summary>Bytes allocated per call in the last round.</summary>
    public double BytesPerCall { get; private set; }

    /// <summary>Measures candidates interleaved: every round runs each of them once.</summary>
    public static void Measure(BenchOptions options, params ReadOnlySpan<Loop> loops)
    {
        foreach (var loop in loops)
        {
            loop.WarmUp(options.RoundNanoseconds);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var loop in loops)
            {
                loop.Round();
            }
        }
    }

    private void WarmUp(long roundNanoseconds)
    {
        // Tiered compilation needs calls and some wall time before the code is what it will be.
        var began = ThreadCpu.Nanoseconds();
        long calls = 0;
        while (ThreadCpu.Nanoseconds() - began < WarmUpNanoseconds)
        {
            for (var i = 0; i < 8; i++)
            {
                once();
            }

            calls += 8;
        }

        var each = Math.Max(1, (ThreadCpu.Nanoseconds() - began) / calls);
        _count = (int)Math.Clamp(roundNanoseconds / each, 3, 50_000_000);
    }

    private void Round()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = ThreadCpu.Nanoseconds();
        for (var i = 0; i < _count; i++)
        {
            once();
        }

        Nanoseconds.Add((ThreadCpu.Nanoseconds() - began) / (double)_count);
        BytesPerCall = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)_count;
    }
}
