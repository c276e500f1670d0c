using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What a consent must cover.</summary>
/// <param name="Caller">Who relies on it: a reference is looked up in this register only.</param>
/// <param name="Recipient">Who would receive.</param>
/// <param name="Purpose">For what.</param>
/// <param name="LawDate">On which day.</param>
/// <param name="About">The persons.</param>
/// <param name="Regimes">Whose age lines apply.</param>
internal sealed record ConsentQuestion(PartnerId Caller, PartnerId Recipient, Purpose Purpose, DateOnly LawDate, IReadOnlyList<ConsentPerson> About, ConsentRegimes Regimes);
