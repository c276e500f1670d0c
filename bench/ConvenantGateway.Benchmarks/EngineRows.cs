namespace ConvenantGateway.Benchmarks;

/// <summary>The rows of one append, ready made; one person per viewer, blind.</summary>
internal sealed record EngineRows(Guid Transaction, long Time, byte[] Leaf, ReadOnlyMemory<byte> Hash, byte[] Sealed, byte[][] Persons)
{
    /// <summary>Completed after the commit.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
