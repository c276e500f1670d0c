using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>A record as one viewer sees it.</summary>
/// <param name="Index">The leaf's index.</param>
/// <param name="Leaf">The stored bytes: UTF-8 JSON, the very bytes that were hashed.</param>
/// <param name="Record">The clear fields, parsed; <c>Views</c> holds only the viewer's own.</param>
/// <param name="Values">The viewer's values; empty if erased.</param>
public sealed record VisibleRecord(long Index, ReadOnlyMemory<byte> Leaf, ExchangeRecord Record, ImmutableArray<RecordValue> Values)
{
    /// <summary>Set if the viewer's values were erased: the record is present, its content is not.</summary>
    public ErasureMark? Erased { get; init; }
}
