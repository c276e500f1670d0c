using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>What each kind of evidence is called in a refusal. Plain Dutch.</summary>
internal static class EvidenceTexts
{
    /// <summary>The texts of what is missing.</summary>
    public static IEnumerable<string> Of(Evidence missing) =>
        Enum.GetValues<Evidence>().Where(e => e != Evidence.None && missing.HasFlag(e)).Select(Text);

    private static string Text(Evidence evidence) => evidence switch
    {
        Evidence.Consent => "uitdrukkelijke toestemming van de betrokkene (`evidence.consent`; Wbp 23(1)(a), AVG 9(2)(a))",
        Evidence.Weighing => "de afweging: noodzaak, proportionaliteit en subsidiariteit (`weighing`)",
        Evidence.Article20Decision => "een geldig artikel 20-besluit dat deze ontvanger en dit doel noemt (Wpg 20). Geef het slachtoffer zelf het nummer van het ASHG",
        Evidence.AuthorityAgreement => "de instemming van het bevoegd gezag (`evidence.authorityAgreement`; Wpg 19)",
        Evidence.TreatmentRelation => "de behandelrelatie (`evidence.treatmentRelation`; 7:457(2) BW)",
        Evidence.RecentArticle8 => "gegevens van artikel 8 Wpg die jonger zijn dan een jaar, of uit een vergelijking komen (`evidence.oldestArticle8`, `evidence.article8Compared`)",
        Evidence.StandingPermission => "een vastgelegde toestemming van de verstrekkende organisatie",
        Evidence.Cooperation => "waarom medewerking van de ontvanger nodig is (`evidence.cooperation`)",
        Evidence.Reason => "de reden waarom het belang of de ernst dit eist (`evidence.reason`)",
        _ => $"{EvidenceWords.Dutch(evidence).Single()} (`evidence.{MemberOf(EvidenceWords.Words(evidence).Single())}`)",
    };

    /// <summary>The member of a request: the word in camel case.</summary>
    private static string MemberOf(string word)
    {
        var parts = word.Split('-');
        return parts[0] + string.Concat(parts.Skip(1).Select(static p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
