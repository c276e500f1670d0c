namespace ConvenantGateway.Policy;

/// <summary>The sentences of an explanation: short, active, one thought each (B1).</summary>
internal sealed class ExplainText(Vocabulary words, ExplainLanguage language)
{
    private bool IsDutch => language == ExplainLanguage.Dutch;

    /// <summary>All that the asking side of an answer is told.</summary>
    public string DependsOnHolder => Say(
        "Of u antwoord krijgt, hangt af van wat de andere organisatie vooraf heeft vastgelegd. Dat staat hier niet. Bel die organisatie.",
        "Whether you get an answer depends on what the other organisation recorded beforehand. That is not shown here. Phone that organisation.");

    public IEnumerable<string> Permit(PolicySnapshot snapshot, PolicyRequest request, IReadOnlyList<Rule> rules, IReadOnlyList<ExplainedRelease> released, PolicyDecision decision)
    {
        yield return Say("Ja, dit mag.", "Yes, this is permitted.");
        yield return Say(
            $"{Party(snapshot, request.From)} verstrekt aan {Party(snapshot, request.To)}. Doel: {Titles.Dutch(words, request.Purpose)}. Grondslag: {Titles.DutchGround(words, request.Ground.Code)}.",
            $"{Party(snapshot, request.From)} provides to {Party(snapshot, request.To)}. Purpose: {Titles.English(words, request.Purpose)}. Ground: {Titles.EnglishGround(words, request.Ground.Code)}.");
        foreach (var rule in rules)
        {
            yield return Say($"Regel {rule.Id}: {rule.Title}.{(rule.IsDerived ? " Deze regel is afgeleid: ons oordeel, goedgekeurd door het convenant." : "")}",
                $"Rule {rule.Id}: {rule.English ?? rule.Title}.{(rule.IsDerived ? " This rule is derived: our judgement, signed off by the covenant." : "")}");
        }

        foreach (var law in decision.Basis.Laws)
        {
            yield return Say(
                $"{Law(law)}, artikel {law.Article}, tekst van {law.Text:yyyy-MM-dd}{(law.Read == "full" ? "" : law.Read == "secondary" ? "; alleen uit een andere bron gelezen" : "; niet zelf gelezen")}.",
                $"{Law(law)}, article {law.Article}, text of {law.Text:yyyy-MM-dd}{(law.Read == "full" ? "" : law.Read == "secondary" ? "; read in another source only" : "; not read by us")}.");
        }

        foreach (var one in released)
        {
            var level = one.Level == StatusLevel.L0 ? "" : $" ({one.Level})";
            yield return Say($"Over {Rol(one.Rol)}: {Names(one.Categories)}{level}.", $"About {Rol(one.Rol)}: {Names(one.Categories)}{level}.");
        }

        if (released.Count == 0)
        {
            yield return Say("Over personen gaat er niets door.", "Nothing about persons flows.");
        }

        foreach (var obligation in decision.Basis.Obligations)
        {
            yield return Say(ObligationWords.Dutch(obligation), ObligationWords.English(obligation));
        }

        foreach (var warning in decision.Warnings)
        {
            yield return Text(warning);
        }
    }

    public IEnumerable<string> Deny(PolicyDecision decision) =>
        [Say("Nee, dit mag zo niet.", "No, this is not permitted as it is."), .. decision.Unmet.Select(Text)];

    private string Text(UnmetCondition unmet) => IsDutch || unmet.English.Length == 0 ? unmet.Text : unmet.English;

    private string Names(CategorySet categories) =>
        string.Join(", ", categories.Codes().Select(c => $"{(IsDutch ? words.CategoryNames[c] : words.English.GetValueOrDefault(c, words.CategoryNames[c]))} ({c})"));

    private string Law(LawReference law) => words.LawTitles.GetValueOrDefault(law.Bwb, law.Bwb);

    private string Rol(BetrokkeneRol rol) => rol switch
    {
        BetrokkeneRol.Slachtoffer => Say("het slachtoffer", "the victim"),
        BetrokkeneRol.Pleger => Say("de vermoedelijke pleger", "the suspected perpetrator"),
        BetrokkeneRol.Kind => Say("het kind", "the child"),
        BetrokkeneRol.Getuige => Say("een getuige", "a witness"),
        BetrokkeneRol.Huisgenoot => Say("een huisgenoot", "a member of the household"),
        BetrokkeneRol.Melder => Say("de melder", "the reporter"),
        BetrokkeneRol.Client => Say("de cliënt", "the client"),
        BetrokkeneRol.KindGetuige => Say("het kind dat getuige was", "the child who witnessed it"),
        BetrokkeneRol.Hulpvrager => Say("de pleger die zelf hulp vraagt", "the perpetrator who seeks help himself"),
        _ => Say("de zaak", "the case"),
    };

    private static string Party(PolicySnapshot snapshot, PartnerId id) => snapshot.Partners.TryGetValue(id, out var partner) ? partner.Name : id.ToString();

    private string Say(string dutch, string english) => IsDutch ? dutch : english;
}
