using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>What a commit writes of the tree.</summary>
/// <param name="Size">The new size.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
/// <param name="Tiles">Tiles that became full.</param>
public sealed record LogSeal(long Size, ReadOnlyMemory<byte> Checkpoint, ImmutableArray<HashTile> Tiles);
