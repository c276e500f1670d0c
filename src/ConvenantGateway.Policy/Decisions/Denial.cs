namespace ConvenantGateway.Policy;

/// <summary>Says in plain words why a request was denied. Looks at rules and at the request, never at a register.</summary>
internal static class Denial
{
    public static PolicyDecision Because(string code, string text, string english = "") => new(Verdict.Deny, DecisionBasis.None, [new UnmetCondition(code, text) { English = english }]);

    /// <summary>Why a partner does not stand; the same words for whoever it is.</summary>
    public static PolicyDecision Party(PartyEntry? party, DateOnly date)
    {
        if (party is null || !party.IsParty)
        {
            return Because("not-a-party", "Deze organisatie is geen partij bij het convenant.", "This organisation is not a party to the covenant.");
        }

        if (!party.IsInTerm(date))
        {
            var next = party.Partner.SucceededBy is { } successor ? (Dutch: $" De opvolger is {successor}.", English: $" Its successor is {successor}.") : default;
            return Because(
                "party-expired", $"Een {party.Kind.Title} neemt op deze datum niet deel.{next.Dutch}", $"A {party.Kind.English ?? party.Kind.Title} does not take part on this date.{next.English}");
        }

        return party.Partner.IsSuspended
            ? Because("party-suspended", "Deze organisatie is geschorst.", "This organisation is suspended.")
            : Because("not-signed", "Deze organisatie heeft het convenant niet ondertekend.", "This organisation has not signed the covenant.");
    }

    /// <summary>There is no rule for it.</summary>
    public static PolicyDecision NoRule(Vocabulary words, Purpose purpose) => Because(
        "no-rule",
        $"Geen regel van het convenant staat deze verstrekking toe voor het doel {Titles.Dutch(words, purpose)}.",
        $"No rule of the covenant allows this for the purpose {Titles.English(words, purpose)}.");

    /// <summary>Why no rule of the cell matched: a prohibition first, else the shortest set of conditions that would make one match.</summary>
    public static PolicyDecision Cell(PolicyTable table, RuleBucket bucket, int profile, int ground, PartyEntry sender, in PolicyRequest request)
    {
        var holding = bucket.Rules.Where(r => r.HoldsIn(profile)).ToList();
        if (holding.Find(r => r.DeniesAll && (r.Source.Grounds.IsEmpty || r.Lists(ground))) is { } prohibition)
        {
            var title = prohibition.Source.English ?? prohibition.Source.Title;
            return new PolicyDecision(
                Verdict.Deny, BasisOf(prohibition), [new UnmetCondition("prohibited", $"{prohibition.Source.Id}: {prohibition.Source.Title}.") { English = $"{prohibition.Source.Id}: {title}." }, .. Advice(prohibition)]);
        }

        var permits = holding.Where(r => !r.IsProhibition).ToList();
        if (permits.Count == 0)
        {
            return NoRule(table.Words, request.Purpose);
        }

        var nearest = NearestRule.Find(table, permits, ground, sender, request);
        return new PolicyDecision(Verdict.Deny, DecisionBasis.None, [.. nearest.Unmet(table, permits), .. Advice(nearest.Rule)]);
    }

    private static IEnumerable<UnmetCondition> Advice(CompiledRule rule) =>
        rule.Source.Advice is { } text ? [new UnmetCondition("advice", text) { English = rule.Source.AdviceEnglish ?? "" }] : [];

    private static DecisionBasis BasisOf(CompiledRule rule) =>
        new([new RuleId(rule.Source.Id)], rule.Source.Sources, rule.Source.Obligations, rule.Source.Withheld);
}
