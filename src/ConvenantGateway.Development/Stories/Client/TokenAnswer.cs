namespace ConvenantGateway.Development.Stories;

/// <summary>The answer to a token request.</summary>
/// <param name="Answer">As sent.</param>
/// <param name="Token">The token; null if refused.</param>
public sealed record TokenAnswer(PartnerAnswer Answer, string? Token);
