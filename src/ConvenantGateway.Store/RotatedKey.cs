using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>A key that was rotated.</summary>
/// <param name="Old">The key that hands over.</param>
/// <param name="New">The key that takes over.</param>
/// <param name="Size">The smallest tree that the new key signs.</param>
/// <param name="OverlapEnds">Until when both sign, UTC.</param>
public sealed record RotatedKey(VerifierKey Old, VerifierKey New, long Size, DateTimeOffset OverlapEnds);
