using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange;

/// <summary>Stored bytes lost their forbidden references when they were stored; what remains may be named to whoever may see the resource.</summary>
internal sealed class EveryReference : IReleasedReferences
{
    /// <summary>The one instance.</summary>
    public static EveryReference Instance { get; } = new();

    /// <inheritdoc/>
    public bool IsReleased(ReadOnlySpan<byte> reference) => true;
}
