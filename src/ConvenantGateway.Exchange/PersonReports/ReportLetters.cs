using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>The sentences around a person report. The person's are constants per regime: what is in the log cannot change them. Pure; thread safe.</summary>
internal static class ReportLetters
{
    /// <summary>What stands in every report of a regime.</summary>
    public static ImmutableArray<string> Texts(string answerer, ReportRegime regime) =>
    [
        $"Dit overzicht komt uit het logboek van het koppelvlak: de uitwisselingen over de betrokkene die {answerer} ziet, tot en met de dag waarop het is gemaakt. Het eigen dossier van de organisatie valt er niet onder.",
        $"De herkomst en sommige ontvangers staan er als categorie ({regime.Access[^1]}); soms staat alleen de maand er.",
        "Waar iemand verblijft, hoe iemand veilig te bereiken is, wie iets heeft gemeld en gegevens over anderen staan in geen enkel overzicht.",
        $"Wat de wet toelaat weg te laten ({regime.Withhold}) kan ontbreken. Deze zin staat in elk overzicht en zegt niet dat er iets ontbreekt.",
        "Afgeleid betekent: door het koppelvlak opgemaakt uit het logboek, niet zo vastgelegd.",
    ];

    /// <summary>To whom it is given.</summary>
    public static string Recipient(PersonReportRequest request) => request.Applicant == ReportApplicant.Vertegenwoordiger
        ? request.Capacity switch
        {
            RepresentativeCapacity.Gezag => "de wettelijk vertegenwoordiger (gezag)",
            RepresentativeCapacity.Curator => "de wettelijk vertegenwoordiger (curator)",
            RepresentativeCapacity.Mentor => "de vertegenwoordiger (mentor)",
            _ => "de vertegenwoordiger",
        }
        : "de betrokkene";

    /// <summary>A refusal in writing. It says nothing of what the log holds; the reason is one of the request itself, or none.</summary>
    public static PersonDocument Refusal(PersonDocument shell, ReportArticle article, string why) => shell with
    {
        RefusedUnder = article.ToString(),
        Texts =
        [
            why.Length > 0 ? $"Het verzoek wordt niet ingewilligd: {why} ({article})." : $"Het verzoek wordt afgewezen ({article}).",
            "Of er gegevens zijn, wordt hiermee niet gezegd.",
            "U kunt de organisatie vragen dit opnieuw te bekijken, of de toezichthouder vragen te bemiddelen.",
        ],
    };

    /// <summary>What the officers must know.</summary>
    public static ImmutableArray<string> Notes(ReportRegime regime, FlightMark flight, bool hasRows, bool hasErased)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add("Afgeleid: welke rol bij welke persoon hoort volgt uit de volgorde van twee lijsten in de logregel; waar die niet even lang zijn, wordt niets aan deze persoon toegerekend.");
        notes.Add("Gezocht is op één kenmerk (naam, voorletter, geboortedatum, geslacht): een spelfout mist, een tweeling met dezelfde voorletter valt samen.");
        notes.Add("Geef het stuk in persoon af, of langs het veilige contact uit het eigen dossier; nooit per post naar het woonadres.");
        if (flight.From is { } from)
        {
            notes.Add($"Afgeleid: mogelijk vertrek, uit logregel {flight.Index}; vanaf {ReportWords.Month(from)} zonder naam en dag.");
        }

        if (hasRows)
        {
            notes.Add("Hoor eerst wie er bezwaar tegen kan hebben als het stuk iets over diegene zegt (Wbp, artikel 35(3)).");
        }

        if (hasErased)
        {
            notes.Add("Van een of meer logregels zijn de waarden gewist: daarvan is niet te zeggen wat er is verstrekt.");
        }

        if (regime.Derived.Length > 0)
        {
            notes.Add($"Afgeleid: {regime.Derived}.");
        }

        return notes.ToImmutable();
    }
}
