using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>A leaf, read back: the clear fields and what it says of each view.</summary>
/// <param name="Record">The clear fields; <see cref="ExchangeRecord.Views"/> is empty.</param>
/// <param name="Views">The views, in order.</param>
public sealed record RecordLeaf(ExchangeRecord Record, ImmutableArray<LeafView> Views);
