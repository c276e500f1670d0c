using System.Collections.Immutable;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What a privacy officer must also look at and the log cannot say today, with the reason. Shown, so that a closed Weekcontrole does not claim more than was looked at. Pure.</summary>
internal static class UnansweredLists
{
    /// <summary>Each with its reason, in Dutch.</summary>
    public static ImmutableArray<(string Title, string Reason)> All { get; } =
    [
        ("Zoekt in eigen gegevens", "De gateway heeft geen personeelsgegevens: zij weet niet welke betrokkene de professional zelf is."),
        ("Zoekt naar een collega, of een collega is betrokkene", "De gateway heeft geen personeelsgegevens: zij weet niet wie bij u werkt."),
        ("Dezelfde achternaam of hetzelfde adres als de professional", "In het logboek staan geen namen en adressen, en de gateway heeft geen personeelsgegevens."),
        ("Bericht langer dan 24 uur ongelezen", "Wie een bericht op de console leest, doet dat in zijn eigen blik, die niemand anders ziet; via het eigen systeem is niet te zien welk bericht is gelezen."),
        ("Correctie zonder bevestiging (Wbp 38)", "Correcties lopen niet via de gateway."),
        ("Verzet (Wbp 40)", "Verzet wordt bij de organisatie zelf ingesteld; de gateway hoort er niet van."),
        ("Afwijking van de melding (Wbp 28(4))", "De melding bij de toezichthouder staat niet in de gateway."),
        ("Openbaar register (Wbp 30)", "Het register van meldingen staat niet in de gateway."),
        ("Aflopende bewerkersovereenkomst (Wbp 14)", "In de regelset staat geen datum van bewerkersovereenkomsten."),
    ];
}
