using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Whom and what an outcome of the Wegwijzer is bound to. Holds handles, never a name. Immutable.</summary>
/// <param name="Partner">Whose professional answered.</param>
/// <param name="Actor">The professional: <c>system|id</c>.</param>
/// <param name="Recipient">Who would receive.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Persons">About whom; not empty.</param>
public sealed record OutcomeBinding(PartnerId Partner, string Actor, PartnerId Recipient, Purpose Purpose, ImmutableArray<PersonHandle> Persons);
