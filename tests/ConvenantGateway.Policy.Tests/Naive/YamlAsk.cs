namespace ConvenantGateway.Policy.Tests;

/// <summary>A request in words.</summary>
internal sealed record YamlAsk(string From, string To, string Purpose, string By, string Ground, DateOnly Date, HashSet<string> Evidence, bool Emergency);
