using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What <c>covenant.yaml</c> says, parsed. Immutable.</summary>
public sealed record CovenantTerms
{
    /// <summary>E.g. <c>modelconvenant-2009</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title on screens.</summary>
    public required string Title { get; init; }

    /// <summary>First day of the term.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the term; null for open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Freezes law and term for decisions; null for none. Refused outside Development.</summary>
    public DateOnly? Reenactment { get; init; }

    /// <summary>The partners that are party to it.</summary>
    public required ImmutableArray<PartnerId> Parties { get; init; }

    /// <summary>The art. 20 decisions in its folder.</summary>
    public required ImmutableArray<Article20Decision> Decisions { get; init; }

    /// <summary>How many distinct persons one partner may ask the status of in one hour.</summary>
    public int StatusPersonsPerHour { get; init; } = 30;
}
