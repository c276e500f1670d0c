using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A snapshot, or everything that is wrong. Exactly one of the two.</summary>
/// <param name="Snapshot">Null if there is an error.</param>
/// <param name="Errors">All errors of all files in one run, in file and line order.</param>
public sealed record PolicyLoadResult(PolicySnapshot? Snapshot, ImmutableArray<PolicyError> Errors)
{
    /// <summary>What does not hinder loading but someone should know: rules that are off for want of a sign-off, signatures that do not count.</summary>
    public ImmutableArray<PolicyError> Warnings { get; init; } = [];

    /// <summary>The element files with the lines of their paths, so that a path unknown to R4 can be reported with its place.</summary>
    public ImmutableArray<ElementSource> ElementSources { get; init; } = [];
}
