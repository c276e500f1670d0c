using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>One element path that was cut.</summary>
/// <param name="Path">FHIRPath without indexes, with the resource name: <c>Patient.address</c>.</param>
/// <param name="Category">The category that was not released; empty for an element that no line lists.</param>
/// <param name="Count">How often.</param>
public sealed record WithheldElement(string Path, CategorySet Category, int Count);
