namespace ConvenantGateway.Policy;

/// <summary>A designation of a kind of party in the Besluit politiegegevens (Wpg 18(1)).</summary>
internal sealed record Designation(string Article, DateOnly From, DateOnly? Until);
