namespace ConvenantGateway.Audit;

/// <summary>A record in an export.</summary>
/// <param name="Index">The leaf's index.</param>
/// <param name="Leaf">The stored bytes.</param>
/// <param name="View">The exporter's own view; null if its values were erased.</param>
public sealed record ExportedRecord(long Index, ReadOnlyMemory<byte> Leaf, OpenedView? View)
{
    /// <summary>The tombstone, where the values were erased.</summary>
    public ErasureMark? Erased { get; init; }
}
