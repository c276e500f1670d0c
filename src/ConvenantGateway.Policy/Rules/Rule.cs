using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One rule as its file says it, checked against the vocabulary. Immutable.</summary>
internal sealed record Rule
{
    public required string Id { get; init; }

    public required Place Place { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<string> From { get; init; }

    public required ImmutableArray<string> To { get; init; }

    public required ImmutableArray<string> Purposes { get; init; }

    public required ImmutableArray<Initiative> By { get; init; }

    /// <summary>Who answers a pull, and how; none on a push and on the question of a pull.</summary>
    public required RuleHolder Holder { get; init; }

    /// <summary>The profiles in which it holds: bit n for the n-th of <c>profiles.yaml</c>.</summary>
    public required uint Profiles { get; init; }

    /// <summary>Any one of these; empty on a prohibition for every ground.</summary>
    public required ImmutableArray<string> Grounds { get; init; }

    public required ImmutableArray<RoleRelease> Release { get; init; }

    /// <summary>What this rule keeps back, whatever another rule releases.</summary>
    public required CategorySet Never { get; init; }

    public required ImmutableArray<Obligation> Obligations { get; init; }

    /// <summary>Evidence beyond what the ground demands.</summary>
    public required Evidence Evidence { get; init; }

    public required ImmutableArray<WithheldReason> Withheld { get; init; }

    /// <summary>A row that denies. With <see cref="Never"/> it keeps those categories back; without it denies the whole exchange.</summary>
    public required bool IsProhibition { get; init; }

    /// <summary>Marked derived, or resting on unread articles only: off until signed off.</summary>
    public required bool IsDerived { get; init; }

    public required ImmutableArray<LawReference> Sources { get; init; }

    /// <summary>On a covenant rule: the statute rule that it narrows.</summary>
    public string? Narrows { get; init; }

    /// <summary>What to do instead, in plain Dutch, when this is the nearest rule and it does not hold.</summary>
    public string? Advice { get; init; }

    /// <summary>The title in English; null if none was written.</summary>
    public string? English { get; init; }

    /// <summary><see cref="Advice"/> in English.</summary>
    public string? AdviceEnglish { get; init; }

    /// <summary>Evidence whose lack warns and never denies.</summary>
    public Evidence WarnWithout { get; init; }

    /// <summary>Matches a request of the Noodprocedure, and no other.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The labels of received data that it may pass on (domain.md 5.5); none for the sender's own data only.</summary>
    public DataOrigins Onward { get; init; }

    /// <summary>The paragraph of Wbp 31(1) that asks for prior investigation: off for a sender without a declaration. Null where none is asked.</summary>
    public string? PriorInvestigation { get; init; }

    /// <summary>The question of a pull: what the asker tells the holder.</summary>
    public bool IsQuestion => Holder == RuleHolder.None && By.Any(b => b != Initiative.Push);

    /// <summary>Everything it releases about anyone.</summary>
    public CategorySet Released => Release.Aggregate(default(CategorySet), (set, role) => set | role.Categories);
}
