using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>A record with all work done that needs no order: made on the producer's thread. Immutable.</summary>
/// <param name="Record">The clear fields, for the search columns.</param>
/// <param name="Leaf">The stored bytes.</param>
/// <param name="LeafHash">32 bytes.</param>
/// <param name="Views">The sealed views.</param>
/// <param name="Companion">What <see cref="ILogStore.Prepare"/> made; null for none.</param>
public sealed record PreparedRecord(ExchangeRecord Record, byte[] Leaf, byte[] LeafHash, ImmutableArray<SealedView> Views, object? Companion);
