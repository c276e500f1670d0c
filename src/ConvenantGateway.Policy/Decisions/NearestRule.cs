namespace ConvenantGateway.Policy;

/// <summary>The rule that a request came nearest to, with the ground on which it lacks least: the shortest set of unmet conditions.</summary>
internal sealed record NearestRule(CompiledRule Rule, string Ground, bool IsOtherGround, Evidence Missing, bool IsOtherProcedure, bool IsUndeclared)
{
    private int Size => (IsOtherGround ? 1 : 0) + EvidenceWords.Size(Missing) + (IsOtherProcedure ? 1 : 0) + (IsUndeclared ? 1 : 0);

    /// <summary>Finds it among the rules of a cell that hold in the profile; among equals the procedure and the ground that were asked come before others, then file order.</summary>
    public static NearestRule Find(PolicyTable table, IEnumerable<CompiledRule> permits, int asked, PartyEntry sender, PolicyRequest request) =>
        permits.SelectMany(rule => rule.Source.Grounds.Select(g =>
        {
            var index = table.Grounds[g];
            return new NearestRule(
                rule, g, index != asked, rule.Demand(index) & ~request.Evidence, !rule.Fits(request.Emergency), !RuleBucket.IsDeclared(rule.Source, sender.Declared, request.LawDate));
        })).OrderBy(n => n.Size).ThenBy(n => n.IsOtherProcedure).ThenBy(n => n.IsOtherGround).First();

    /// <summary>What is unmet, most specific first.</summary>
    public IEnumerable<UnmetCondition> Unmet(PolicyTable table, IEnumerable<CompiledRule> permits)
    {
        var id = Rule.Source.Id;
        if (IsOtherProcedure)
        {
            yield return Rule.Source.IsEmergency
                ? new UnmetCondition("emergency-only", $"{id} geldt alleen bij de Noodprocedure.") { English = $"{id} holds in the emergency procedure only." }
                : new UnmetCondition("no-emergency-rule", $"{id} geldt niet bij de Noodprocedure. Bel 112 als er direct gevaar is.") { English = $"{id} does not hold in the emergency procedure. Phone 112 in immediate danger." };
        }

        if (IsOtherGround)
        {
            var grounds = permits.SelectMany(r => r.Source.Grounds).Distinct(StringComparer.Ordinal).ToList();
            yield return new UnmetCondition("ground-unfit", $"{id} vraagt een van deze grondslagen: {string.Join(", ", grounds.Select(g => Titles.DutchGround(table.Words, g)))}.")
            {
                English = $"{id} asks one of these grounds: {string.Join(", ", grounds.Select(g => Titles.EnglishGround(table.Words, g)))}.",
            };
        }

        var (dutch, english) = IsOtherGround ? ($"{id} met {Ground}", $"{id} on {Ground}") : (id, id);
        foreach (var (text, translation) in EvidenceWords.Dutch(Missing).Zip(EvidenceWords.English(Missing)))
        {
            yield return new UnmetCondition("evidence-missing", $"{dutch}: ontbreekt: {text}.") { English = $"{english}: missing: {translation}." };
        }

        if (IsUndeclared)
        {
            yield return new UnmetCondition("prior-investigation", $"{id} staat uit: er is geen verklaring na voorafgaand onderzoek (Wbp {Rule.Source.PriorInvestigation}, 32(2)).")
            {
                English = $"{id} is off: there is no declaration after prior investigation (Wbp {Rule.Source.PriorInvestigation}, 32(2)).",
            };
        }
    }
}
