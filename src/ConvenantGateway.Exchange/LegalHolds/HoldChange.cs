using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>What laying or lifting a hold writes with its record. Immutable.</summary>
/// <param name="Writes">The companion writes.</param>
/// <param name="Person">The person's blind value for the organisation, lower-case hex.</param>
/// <param name="Holds">The ids of the rows that are laid or lifted, the organisation's own first.</param>
public sealed record HoldChange(StoreWrites Writes, string Person, ImmutableArray<Guid> Holds);
