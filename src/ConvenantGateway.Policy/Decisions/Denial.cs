using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>Says in plain Dutch why a request was denied. Looks at rules and at the request, never at a register.</summary>
internal static class Denial
{
    public static PolicyDecision Because(string code, string text) => new(Verdict.Deny, DecisionBasis.None, [new UnmetCondition(code, text)]);

    /// <summary>Why a partner does not stand; the same words for whoever it is.</summary>
    public static PolicyDecision Party(PartyEntry? party, DateOnly date)
    {
        if (party is null || !party.IsParty)
        {
            return Because("not-a-party", "Deze organisatie is geen partij bij het convenant.");
        }

        if (!party.IsInTerm(date))
        {
            var next = party.Partner.SucceededBy is { } successor ? $" De opvolger is {successor}." : "";
            return Because("party-expired", $"Een {party.Kind.Title} neemt op deze datum niet deel.{next}");
        }

        return party.Partner.IsSuspended
            ? Because("party-suspended", "Deze organisatie is geschorst.")
            : Because("not-signed", "Deze organisatie heeft het convenant niet ondertekend.");
    }

    /// <summary>Why no rule of the cell matched: a prohibition first, else the rule that lacks least.</summary>
    public static PolicyDecision Cell(PolicyTable table, RuleBucket? bucket, int profile, int ground, in PolicyRequest request)
    {
        var holding = bucket?.Rules.Where(r => r.HoldsIn(profile)).ToList() ?? [];
        if (holding.Find(r => r.DeniesAll && (r.Source.Grounds.IsEmpty || r.Lists(ground))) is { } prohibition)
        {
            return new PolicyDecision(Verdict.Deny, BasisOf(prohibition), [new UnmetCondition("prohibited", $"{prohibition.Source.Id}: {prohibition.Source.Title}."), .. Advice(prohibition)]);
        }

        var permits = holding.Where(r => !r.IsProhibition).ToList();
        if (permits.Count == 0)
        {
            return Because("no-rule", $"Geen regel van het convenant staat deze verstrekking toe voor het doel {Title(table.Words.Purposes, request.Purpose.Code)}.");
        }

        var listed = permits.Where(r => r.Lists(ground)).ToList();
        if (listed.Count == 0)
        {
            var nearest = permits[0];
            var grounds = permits.SelectMany(r => r.Source.Grounds).Distinct(StringComparer.Ordinal).Select(g => $"{g} ({table.Words.Grounds[g].Title})");
            return new PolicyDecision(Verdict.Deny, DecisionBasis.None, [new UnmetCondition("ground-unfit", $"{nearest.Source.Id} vraagt een van deze grondslagen: {string.Join(", ", grounds)}."), .. Advice(nearest)]);
        }

        var evidence = request.Evidence;
        var least = listed.MinBy(r => EvidenceWords.Size(r.Demand(ground) & ~evidence))!;
        var missing = EvidenceWords.Dutch(least.Demand(ground) & ~evidence).Select(text => new UnmetCondition("evidence-missing", $"{least.Source.Id}: ontbreekt: {text}."));
        return new PolicyDecision(Verdict.Deny, DecisionBasis.None, [.. missing, .. Advice(least)]);
    }

    private static IEnumerable<UnmetCondition> Advice(CompiledRule rule) => rule.Source.Advice is { } text ? [new UnmetCondition("advice", text)] : [];

    private static DecisionBasis BasisOf(CompiledRule rule) =>
        new([new RuleId(rule.Source.Id)], rule.Source.Sources, rule.Source.Obligations, rule.Source.Withheld);

    private static string Title(FrozenDictionary<string, string> titles, string? code) => code is not null && titles.TryGetValue(code, out var title) ? $"{code} ({title})" : "dat is opgegeven";
}
