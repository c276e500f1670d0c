using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What no rule may release, whatever it says (<c>invariants.yaml</c>). An empty list means any.</summary>
internal sealed record Invariant(string Id, string Title, ImmutableArray<string> From, ImmutableArray<string> To, ImmutableArray<Initiative> By, CategorySet Never, ImmutableArray<string> Except)
{
    /// <summary>True if the rule releases what this forbids.</summary>
    public bool IsBrokenBy(Rule rule) =>
        !rule.IsProhibition
        && !Except.Contains(rule.Id, StringComparer.Ordinal) && (rule.Narrows is null || !Except.Contains(rule.Narrows, StringComparer.Ordinal))
        && (From.IsEmpty || rule.From.Intersect(From, StringComparer.Ordinal).Any())
        && (To.IsEmpty || rule.To.Intersect(To, StringComparer.Ordinal).Any())
        && (By.IsEmpty || rule.By.Intersect(By).Any())
        && rule.Released.Overlaps(Never);
}
