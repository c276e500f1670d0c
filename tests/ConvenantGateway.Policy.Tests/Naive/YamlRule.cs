namespace ConvenantGateway.Policy.Tests;

/// <summary>A rule as its words stand in the file. No mask, no code of the engine.</summary>
internal sealed record YamlRule(
    string Id, bool Prohibit, HashSet<string> From, HashSet<string> To, HashSet<string> Purposes, HashSet<string> By, HashSet<string> Grounds, string? Holder, string? First, string? End,
    HashSet<string> Evidence, HashSet<string> Never, bool Emergency, HashSet<string> Onward, string? Investigation, string? Narrows, bool IsDerived, Dictionary<string, YamlRelease> Release);
