using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>A push after the guard.</summary>
/// <param name="Cut">What may leave.</param>
/// <param name="Hits">What was stopped; empty for nothing.</param>
internal sealed record GuardedPush(ImmutableArray<CutEntry> Cut, ImmutableArray<GuardHit> Hits)
{
    /// <summary>True if nothing may leave.</summary>
    public bool Blocks => Hits.Any(static h => h.Blocks);
}
