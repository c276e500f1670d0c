using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>
/// Every way in which a sender may have declared the flows of a cell after prior investigation (Wbp 31). An undeclared rule does not match, and takes what it forbids and obliges to with it:
/// a proof or comparison that holds with everything declared need not hold without.
/// </summary>
internal static class DeclarationStates
{
    /// <returns>Null first (everything is declared, whatever the paragraph), then each other combination; only null where no rule asks a declaration.</returns>
    public static IReadOnlyList<Declarations?> Of(IEnumerable<CompiledRule> rules)
    {
        var asked = rules.Where(static r => r.Source.PriorInvestigation is not null && !r.IsProhibition)
            .GroupBy(static r => r.Source.Id, static r => r.Source.PriorInvestigation!, StringComparer.Ordinal)
            .Select(static g => (Rule: g.Key, Paragraphs: g.Distinct(StringComparer.Ordinal).ToList())).ToList();
        IEnumerable<PriorInvestigation[]> states = [[]];
        foreach (var (rule, paragraphs) in asked)
        {
            states = [.. states.SelectMany(s => paragraphs.Select(p => s.Append(new PriorInvestigation(rule, default, p, "", DateOnly.MinValue)).ToArray()).Append(s))];
        }

        return asked.Count == 0 ? [null] : [null, .. states.Select(static s => new Declarations(s.ToFrozenDictionary(static d => d.Rule, StringComparer.Ordinal)))];
    }
}
