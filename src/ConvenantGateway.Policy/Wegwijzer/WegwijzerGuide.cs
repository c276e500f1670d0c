using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>All step plans with their outcomes and the notice that stands with every one of them. Immutable and thread safe.</summary>
public sealed record WegwijzerGuide
{
    /// <summary>No plans.</summary>
    public static WegwijzerGuide Empty { get; } = new()
    {
        Notice = "",
        NoticeEnglish = "",
        Plans = FrozenDictionary<string, WegwijzerPlan>.Empty,
        Outcomes = FrozenDictionary<string, WegwijzerOutcome>.Empty,
        Digest = "",
    };

    /// <summary>That the questions are derived, and that the professional decides. Dutch.</summary>
    public required string Notice { get; init; }

    /// <summary>The notice in English.</summary>
    public required string NoticeEnglish { get; init; }

    /// <summary>The plans, by group.</summary>
    public required FrozenDictionary<string, WegwijzerPlan> Plans { get; init; }

    /// <summary>The outcomes, by code.</summary>
    public required FrozenDictionary<string, WegwijzerOutcome> Outcomes { get; init; }

    /// <summary>SHA-256 over the files, lower-case hex: the version of the questions.</summary>
    public required string Digest { get; init; }

    /// <summary>The plan of a kind of party; null if it has none.</summary>
    public WegwijzerPlan? PlanOf(PartyKind kind) => Plans.Values.FirstOrDefault(p => p.Kinds.Contains(kind));
}
