using System.Collections.Immutable;

namespace ConvenantGateway.Filter;

/// <summary>The outcome of filtering one resource. Exactly one of body and refusal is set, except that a resource may be withheld whole: then both are null.</summary>
/// <param name="Body">What is left.</param>
/// <param name="Withheld">What was cut, also when the resource was withheld whole.</param>
/// <param name="Refusal">The bytes are not JSON that the filter accepts; nothing was produced.</param>
public sealed record FilterOutcome(FilteredBody? Body, ImmutableArray<WithheldElement> Withheld, FilterRefusal? Refusal);
