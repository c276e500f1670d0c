namespace ConvenantGateway.Policy;

/// <summary>A betrokkene of a case and what must be released about him.</summary>
/// <param name="Facts">What the decision knows.</param>
/// <param name="Released">What must come out.</param>
/// <param name="Level">The level that must come out.</param>
internal sealed record CasePerson(BetrokkeneFacts Facts, CategorySet Released, StatusLevel Level);
