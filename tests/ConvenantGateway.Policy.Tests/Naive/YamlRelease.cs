namespace ConvenantGateway.Policy.Tests;

/// <summary>What a rule releases about one role, in words.</summary>
internal sealed record YamlRelease(HashSet<string> Categories, int Level, HashSet<string> Requires, string? Basis);
