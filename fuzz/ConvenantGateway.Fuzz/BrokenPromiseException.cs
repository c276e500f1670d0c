namespace ConvenantGateway.Fuzz;

/// <summary>A promise of the filter does not hold: what afl-fuzz sees as a crash.</summary>
internal sealed class BrokenPromiseException : Exception
{
    public BrokenPromiseException()
    {
    }

    /// <summary>Says which.</summary>
    public BrokenPromiseException(string promise)
        : base(promise)
    {
    }

    public BrokenPromiseException(string promise, Exception inner)
        : base(promise, inner)
    {
    }
}
