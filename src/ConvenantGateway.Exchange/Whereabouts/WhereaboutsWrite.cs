using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A digest to keep. One that is there already keeps its first source and gains the category and the release.</summary>
/// <param name="Handle">Whose.</param>
/// <param name="Value">The digest.</param>
/// <param name="Source">Who told it.</param>
/// <param name="SeenAt">When, UTC.</param>
public sealed record WhereaboutsWrite(PersonHandle Handle, KnownWhereabout Value, PartnerId Source, DateTimeOffset SeenAt);
