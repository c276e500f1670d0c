using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>How many rules a passing case names among those that must match. Immutable.</summary>
/// <param name="Rules">All rules of the layers that were run.</param>
/// <param name="Covered">Those that a passing case names.</param>
/// <param name="Uncovered">The others, in order.</param>
public sealed record RuleCoverage(int Rules, int Covered, ImmutableArray<string> Uncovered)
{
    /// <summary>Counts.</summary>
    public static RuleCoverage Of(IEnumerable<PolicySnapshot> snapshots, IEnumerable<CaseOutcome> outcomes)
    {
        var named = outcomes.Where(o => o.Differences.IsEmpty).SelectMany(o => o.Rules).ToHashSet(StringComparer.Ordinal);
        var rules = snapshots.SelectMany(s => s.Decider.Table.Rules).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var uncovered = rules.Where(r => !named.Contains(r)).Order(StringComparer.Ordinal).ToImmutableArray();
        return new RuleCoverage(rules.Count, rules.Count - uncovered.Length, uncovered);
    }
}
