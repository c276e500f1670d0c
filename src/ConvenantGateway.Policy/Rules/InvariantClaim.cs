using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What an invariant claims of its points. Only the part that <see cref="Kind"/> names is filled.</summary>
internal sealed record InvariantClaim(ClaimKind Kind)
{
    public CategorySet Categories { get; init; }

    public Evidence Evidence { get; init; }

    public ImmutableArray<Obligation> Obligations { get; init; } = [];

    public ImmutableArray<string> Grounds { get; init; } = [];

    public StatusLevel Level { get; init; }

    public string Property { get; init; } = "";
}
