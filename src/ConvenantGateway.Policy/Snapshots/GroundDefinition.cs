using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A ground and the evidence it demands of the asker (<c>grounds.yaml</c>).</summary>
/// <param name="Ground">The code.</param>
/// <param name="Title">Plain Dutch.</param>
/// <param name="Demands">What must be shown, all of it.</param>
/// <param name="DemandsAbout">True if <c>about</c> is required: the token then finds nobody else.</param>
public sealed record GroundDefinition(Ground Ground, string Title, Evidence Demands, bool DemandsAbout)
{
    /// <summary>The profiles in which it exists: bit n for the n-th of <c>profiles.yaml</c>.</summary>
    public uint Profiles { get; init; } = uint.MaxValue;

    /// <summary>The kinds of party that may rely on it; empty for anyone.</summary>
    public ImmutableArray<string> UsedBy { get; init; } = [];

    /// <summary>The articles it rests on, before and after 25 May 2018.</summary>
    public ImmutableArray<LawReference> Articles { get; init; } = [];
}
