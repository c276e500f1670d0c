using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>A view that was unsealed.</summary>
/// <param name="Viewer">The viewer.</param>
/// <param name="Values">Values with salts, in the order of the commitments.</param>
/// <param name="Persons">The handles, 32 bytes each.</param>
public sealed record OpenedView(string Viewer, ImmutableArray<OpenedValue> Values, ImmutableArray<ReadOnlyMemory<byte>> Persons);
