namespace ConvenantGateway.Filter;

/// <summary>One element of a type, or one slice or part of it that has a line of its own.</summary>
/// <param name="Path">As a line would write it, without the name of the resource: <c>name.family</c>, <c>value[x]</c>, <c>identifier[system=…]</c>.</param>
/// <param name="State">What the classification says.</param>
/// <param name="As">The word of the line: a category, <c>structure</c>, <c>class</c> or <c>withheld</c>; empty by default.</param>
public sealed record CoveredElement(string Path, CoverageState State, string As);
