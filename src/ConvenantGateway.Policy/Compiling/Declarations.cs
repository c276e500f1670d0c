using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// The declarations of prior investigation that one sender holds (Wbp 31, 32; domain.md 10.5, 17), by rule. Without one the flow stays off: 32(2) suspends meanwhile. Immutable.
/// </summary>
internal sealed record Declarations(FrozenDictionary<string, PriorInvestigation> ByRule)
{
    public static Declarations None { get; } = new(FrozenDictionary<string, PriorInvestigation>.Empty);

    /// <summary>True if a declaration of that day or earlier for the rule, or for the statute rule it narrows, is about the paragraph that the rule names.</summary>
    public bool Cover(Rule rule, DateOnly date) => Holds(rule.Id, rule, date) || (rule.Narrows is { } statute && Holds(statute, rule, date));

    private bool Holds(string id, Rule rule, DateOnly date) => ByRule.TryGetValue(id, out var one) && one.Paragraph == rule.PriorInvestigation && one.Date <= date;
}
