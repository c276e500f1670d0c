namespace ConvenantGateway.Filter;

/// <summary>How often a value stands at one path in data. Never the value.</summary>
/// <param name="Path">FHIRPath without indexes, with the name of the resource; a name or url that is none is written <c>?</c>.</param>
/// <param name="State">What the classification says of it.</param>
/// <param name="As">The word of the line; empty if no line speaks of it.</param>
/// <param name="Count">How often.</param>
public sealed record DataLeaf(string Path, CoverageState State, string As, int Count);
