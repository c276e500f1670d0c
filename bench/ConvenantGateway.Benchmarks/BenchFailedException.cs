namespace ConvenantGateway.Benchmarks;

/// <summary>A measurement that cannot be made here: a tool is missing, a server did not start, an answer was not what it should be.</summary>
internal sealed class BenchFailedException : Exception
{
    public BenchFailedException()
    {
    }

    public BenchFailedException(string message)
        : base(message)
    {
    }

    public BenchFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
