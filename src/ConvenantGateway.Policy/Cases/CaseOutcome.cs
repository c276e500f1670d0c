using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>How one case of <c>policies/cases</c> came out. Immutable.</summary>
/// <param name="Id">The case's id.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Covenant">The covenant it runs under.</param>
/// <param name="File">Path inside the policy root.</param>
/// <param name="Line">1-based.</param>
/// <param name="Differences">What came out otherwise than the case says; empty if it holds.</param>
public sealed record CaseOutcome(string Id, string Title, string Covenant, string File, int Line, ImmutableArray<string> Differences)
{
    /// <summary>The rules that the case says must match: what it covers.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}
