using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A snapshot, or everything that is wrong. Exactly one of the two.</summary>
/// <param name="Snapshot">Null if there is an error.</param>
/// <param name="Errors">All errors of all files in one run, in file and line order.</param>
public sealed record PolicyLoadResult(PolicySnapshot? Snapshot, ImmutableArray<PolicyError> Errors);
