using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One request with the decision that it must get. Immutable.</summary>
internal sealed record PolicyCase
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The covenant, or <c>statute</c>: then the parties of the request are the synthetic partners of the kinds.</summary>
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

    /// <summary>Evidence words whose lack must be warned of.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>How many conditions must be unmet, advice not counted; null for no check.</summary>
    public int? Errors { get; init; }

    /// <summary>The neighbours to try; null for none.</summary>
    public CaseBoundaries? Boundaries { get; init; }
}
