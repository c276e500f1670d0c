using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One elements file, or everything that is wrong with it. Exactly one of the two.</summary>
/// <param name="Source">Null if there is an error.</param>
/// <param name="Errors">In line order.</param>
public sealed record ElementsFileResult(ElementSource? Source, ImmutableArray<PolicyError> Errors);
