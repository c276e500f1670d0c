using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>A policy set in force with the filter compiled for it. Immutable: a request keeps the one it began with.</summary>
/// <param name="Snapshot">Rules, partners, elements.</param>
/// <param name="Filter">The filter of these elements.</param>
public sealed record ActivePolicy(PolicySnapshot Snapshot, ResourceFilter Filter);
