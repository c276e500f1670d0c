using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One request with the decision that it must get. Immutable.</summary>
internal sealed record PolicyCase
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Covenant { get; init; }

    public required Place Place { get; init; }

    /// <summary>Null for the covenant's re-enactment date.</summary>
    public required DateOnly? Date { get; init; }

    public required PolicyRequest Request { get; init; }

    public required ImmutableArray<CasePerson> Persons { get; init; }

    public required Verdict Verdict { get; init; }

    public required ImmutableArray<string> Rules { get; init; }

    public required ImmutableArray<string> Obligations { get; init; }

    /// <summary>Codes of unmet conditions that must be named.</summary>
    public required ImmutableArray<string> Unmet { get; init; }
}
