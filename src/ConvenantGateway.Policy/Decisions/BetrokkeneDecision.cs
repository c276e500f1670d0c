namespace ConvenantGateway.Policy;

/// <summary>What may be released about one betrokkene. The default releases nothing.</summary>
/// <param name="Released">The categories that may flow.</param>
/// <param name="Level">The level of a status answer.</param>
public readonly record struct BetrokkeneDecision(CategorySet Released, StatusLevel Level);
