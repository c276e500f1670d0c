namespace ConvenantGateway.Benchmarks;

/// <summary>The rows of one append, ready made.</summary>
internal sealed record EngineRows(Guid Transaction, long Time, byte[] Leaf, ReadOnlyMemory<byte> Hash, byte[] Sealed, ReadOnlyMemory<byte> Person)
{
    /// <summary>Completed after the commit.</summary>
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
