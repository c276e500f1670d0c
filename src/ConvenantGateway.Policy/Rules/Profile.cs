namespace ConvenantGateway.Policy;

/// <summary>A legal profile: from a day until the next profile begins.</summary>
internal sealed record Profile(string Code, DateOnly From);
