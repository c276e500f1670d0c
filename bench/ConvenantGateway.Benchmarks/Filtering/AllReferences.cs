using ConvenantGateway.Filter;

namespace ConvenantGateway.Benchmarks.Filtering;

/// <summary>Keeps every reference: the filter's own work is measured, not a look-up.</summary>
internal sealed class AllReferences : IReleasedReferences
{
    public static AllReferences Instance { get; } = new();

    public bool IsReleased(ReadOnlySpan<byte> reference) => true;
}
