using ConvenantGateway.Audit;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The words of codes, in Dutch, as domain.md fixes them; <see cref="ConsoleText"/> turns them. A code without a word is shown as it is.</summary>
internal static class ConsoleWords
{
    /// <summary>What came of a request.</summary>
    public static string Outcome(string outcome) => outcome switch
    {
        "released" => "verstrekt",
        "stored" => "verstrekt en bezorgd",
        "replayed" => "herhaald bericht",
        "refused" => "geweigerd",
        "absent" => "Geen gegevens beschikbaar voor u",
        "held" => "aangehouden",
        "failed" => "mislukt",
        _ => outcome,
    };

    /// <summary>The outcomes to filter by.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = ["released", "stored", "replayed", "refused", "absent", "held", "failed"];

    /// <summary>What kind of request it was.</summary>
    public static string Kind(ExchangeRecord record) => record.Type switch
    {
        RecordType.Token => "aanvraag vooraf (token)",
        RecordType.Hold => "bericht aangehouden",
        _ => record.By switch
        {
            "push" => "bericht verstrekken",
            "read" => "stuk opvragen",
            "search" => "stukken zoeken en opvragen",
            "status" => "vragen of er een zaak bekend is",
            "metadata" => "vragen wat mag",
            _ => record.By,
        },
    };

    /// <summary>The role of a betrokkene.</summary>
    public static string Rol(BetrokkeneRol rol) => rol switch
    {
        BetrokkeneRol.Slachtoffer => "(vermoedelijk) slachtoffer",
        BetrokkeneRol.Pleger => "vermoedelijke pleger",
        BetrokkeneRol.Kind => "kind",
        BetrokkeneRol.Getuige => "getuige",
        BetrokkeneRol.Huisgenoot => "huisgenoot",
        BetrokkeneRol.Melder => "melder",
        BetrokkeneRol.Client => "cliënt",
        BetrokkeneRol.Zaak => "zaak",
        BetrokkeneRol.KindGetuige => "kind dat getuige was",
        BetrokkeneRol.Hulpvrager => "pleger die zelf hulp vraagt",
        _ => "rol onbekend",
    };

    /// <summary>The role of a person on the console.</summary>
    public static string Role(OfficerRole role) => role switch
    {
        OfficerRole.Fg => "functionaris gegevensbescherming",
        OfficerRole.Pf => "privacyfunctionaris politie",
        OfficerRole.Casuswerker => "casuswerker",
        OfficerRole.Toezicht => "toezichthouder",
        OfficerRole.Beheer => "beheerder",
        _ => "geen rol",
    };

    /// <summary>The level of a status answer.</summary>
    public static string Level(string level) => level switch
    {
        "L0" => "Geen gegevens beschikbaar voor u",
        "L1" => "wie u kunt bellen (organisatie, functie, telefoon)",
        "L2" => "wie u kunt bellen, sinds wanneer en wie coördineert",
        _ => level,
    };

    /// <summary>A projection of the log as a file.</summary>
    public static string Projection(string name) => name switch
    {
        "nen7513-csv" => "Logregels volgens NEN 7513, als CSV",
        "nen7513-jsonl" => "Logregels volgens NEN 7513, als JSON-regels",
        "police-protocol-csv" => "Protocol van verstrekkingen (artikel 6:4 Bpg), als CSV",
        "police-protocol-jsonl" => "Protocol van verstrekkingen (artikel 6:4 Bpg), als JSON-regels",
        _ => name,
    };

    /// <summary>A field of a view.</summary>
    public static string Field(string field) => Labels.GetValueOrDefault(field, field);

    /// <summary>The fields of a view that have a word.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["asked"] = "Gevraagd",
        ["receiver-person"] = "Medewerker van de ontvanger",
        ["dossier"] = "Dossier",
        ["consent"] = "Gebruikte toestemming",
        ["permission"] = "Toestemming \"mag weten\"",
        ["permission-by"] = "Toestemming vastgelegd door",
        ["type"] = "Type",
        ["wegwijzer-answers"] = "Antwoorden in de Wegwijzer",
        ["wegwijzer-deviation"] = "Afgeweken van de Wegwijzer, omdat",
        ["wegwijzer-group"] = "Groep van de Wegwijzer",
        ["wegwijzer-id"] = "Kenmerk van de uitkomst",
        ["wegwijzer-outcome"] = "Uitkomst van de Wegwijzer",
        ["wegwijzer-purpose"] = "Doel in de Wegwijzer",
        ["wegwijzer-recipient"] = "Ontvanger in de Wegwijzer",
    };

    /// <summary>The short name of a law.</summary>
    public static string Law(string bwb) => bwb switch
    {
        "BWBR0011468" => "Wbp",
        "BWBR0022463" => "Wpg",
        "BWBR0023086" => "Bpg",
        "BWBR0020031" => "Wmo",
        "BWBR0035362" => "Wmo 2015",
        "BWBR0005290" => "BW Boek 7",
        "BWBR0002656" => "BW Boek 1",
        "BWBR0024649" => "Wth",
        "BWBR0040940" => "UAVG",
        "BWBR0014194" => "Wjsg",
        "BWBR0016637" => "Wjz",
        "BWBR0023864" => "Wet BSN in de zorg",
        "BWBR0034925" => "Jeugdwet",
        _ => bwb,
    };
}
