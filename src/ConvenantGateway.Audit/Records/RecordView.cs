using System.Collections.Immutable;

namespace ConvenantGateway.Audit;

/// <summary>The values of a record that one viewer may see: encrypted under that viewer's keys, committed to in the leaf.</summary>
/// <param name="Viewer">The partner slug whose officers see it; an officer's slug for looks that only that officer may see again.</param>
/// <param name="Values">The values, in a fixed order per record type.</param>
/// <param name="Persons">The handles of the betrokkenen concerned, for the viewer's blind search; 32 bytes each.</param>
public sealed record RecordView(string Viewer, ImmutableArray<RecordValue> Values, ImmutableArray<ReadOnlyMemory<byte>> Persons);
