using System.Collections.Frozen;
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

    /// <summary>The declarations of prior investigation (Wbp 31, 32).</summary>
    public ImmutableArray<PriorInvestigation> PriorInvestigations { get; init; } = [];

    /// <summary>The terms of <c>retention.yaml</c> that the covenant shortens: months by row id.</summary>
    public ImmutableDictionary<string, int> RetentionMonths { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Who joined later, and on which day (clause C22).</summary>
    public FrozenDictionary<PartnerId, DateOnly> Accessions { get; init; } = FrozenDictionary<PartnerId, DateOnly>.Empty;

    /// <summary>Who left, and the first day without it (clause C21).</summary>
    public FrozenDictionary<PartnerId, DateOnly> Withdrawals { get; init; } = FrozenDictionary<PartnerId, DateOnly>.Empty;

    /// <summary>Who has the <i>regie</i>: coordinates a case unless its episode says otherwise (clause C10); null where the covenant names nobody.</summary>
    public PartnerId? Regie { get; init; }
}
