using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The closed lists that every rule is checked against. Immutable.</summary>
internal sealed record Vocabulary
{
    public required ImmutableArray<Profile> Profiles { get; init; }

    public required FrozenDictionary<string, PartyKindDefinition> Kinds { get; init; }

    public required FrozenDictionary<string, string> Purposes { get; init; }

    public required FrozenDictionary<string, string> CategoryNames { get; init; }

    /// <summary>Categories of handling level H3.</summary>
    public required CategorySet Secret { get; init; }

    public required FrozenDictionary<string, GroundDefinition> Grounds { get; init; }

    public required FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> Laws { get; init; }

    /// <summary>The titles of laws, by BWB id.</summary>
    public required FrozenDictionary<string, string> LawTitles { get; init; }

    public required ImmutableArray<Invariant> Invariants { get; init; }

    /// <summary>What binds passing on received data, by label; empty where there is no <c>onward.yaml</c>: then nothing is passed on.</summary>
    public required ImmutableArray<OnwardRule> Onward { get; init; }

    /// <summary>How long records are kept; without rows where there is no <c>retention.yaml</c>: then nothing is ever due.</summary>
    public RetentionSchedule Retention { get; init; } = RetentionSchedule.Empty;

    /// <summary>The clauses of a covenant and what holds them.</summary>
    public required ImmutableArray<Clause> Clauses { get; init; }

    /// <summary>English titles of codes, where they were written: purposes, grounds, categories and kinds share one list, for their codes differ.</summary>
    public required FrozenDictionary<string, string> English { get; init; }

    /// <summary>The index of the profile in force at a date; -1 before the first.</summary>
    public int ProfileAt(DateOnly date)
    {
        var index = -1;
        for (var i = 0; i < Profiles.Length && Profiles[i].From <= date; i++)
        {
            index = i;
        }

        return index;
    }
}
