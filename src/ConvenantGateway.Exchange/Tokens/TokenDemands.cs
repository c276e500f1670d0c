using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What the rules demand of a token request: asked of the decider alone, before any look-up. Pure.</summary>
internal sealed class TokenDemands(
    PolicySnapshot snapshot, PartnerId caller, PartnerId counterparty, Purpose purpose, Ground ground, Evidence shown, DateOnly lawDate, bool emergency)
{
    private Initiative[] Initiatives => purpose.Code == "STATUS" ? [Initiative.Status] : [Initiative.Push, Initiative.Read, Initiative.Search];

    /// <summary>Adds what evidence lacks; a denial if no rule could be met whatever the evidence.</summary>
    /// <param name="aboutCount">How many persons the request names.</param>
    /// <param name="missing">Receives what lacks, in plain Dutch.</param>
    public (ExchangeErrorKind Kind, string Text)? Check(int aboutCount, List<string> missing)
    {
        var definition = snapshot.Grounds[ground.Code];
        if (definition.DemandsAbout && aboutCount == 0)
        {
            missing.Add("over wie het gaat (`about`)");
        }

        var demanded = definition.Demands;
        foreach (var by in Initiatives)
        {
            if (snapshot.Decider.DemandedEvidence(Question(by)) is { } evidence)
            {
                missing.AddRange(EvidenceTexts.Of((demanded | evidence) & ~shown));
                return null;
            }
        }

        // What the rules lack is said first; what the evidence lacks only where a rule could be met.
        missing.AddRange(EvidenceTexts.Of(demanded & ~shown));
        var unmet = snapshot.Decider.Decide(Question(Initiatives[0]), [], []).Unmet;
        var kind = emergency ? ExchangeErrorKind.EmergencyUnsupported : ExchangeErrorKind.NotPermitted;
        var reasons = unmet.IsDefaultOrEmpty ? ErrorTable.Of(kind).Text : string.Join("; ", unmet.Select(static u => u.Text));
        return (kind, reasons + Fallback());
    }

    /// <summary>What the rule that the caller came nearest to advises instead, else the general advice. Looks at rules only.</summary>
    public string Advice()
    {
        foreach (var by in Initiatives)
        {
            var unmet = snapshot.Decider.Decide(Question(by), [], []).Unmet;
            if (!unmet.IsDefaultOrEmpty && unmet.FirstOrDefault(static u => u.Code == "advice") is { } advice)
            {
                return $". {advice.Text.TrimEnd('.')}";
            }
        }

        return Fallback();
    }

    private string Fallback() => purpose.Code == "STATUS" ? ". Vraag advies zonder persoonsgegevens" : "";

    private PolicyRequest Question(Initiative by) => new()
    {
        From = caller, To = counterparty, Purpose = purpose, By = by, Ground = ground, LawDate = lawDate, Evidence = shown, Emergency = emergency,
    };
}
