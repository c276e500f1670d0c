namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The English of the page that makes files; <see cref="EnglishText"/> takes it up.</summary>
internal static class EnglishExportText
{
    /// <summary>Dutch to English.</summary>
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["De logregels van uw organisatie als bestand, voor uw eigen logboek. Betrokkenen staan er met hun kenmerk in, niet met hun naam."] =
            "The log lines of your organisation as a file, for your own log. Betrokkenen (the persons concerned) stand in it by reference, not by name.",
        ["Dit zijn te veel regels voor één bestand. Kies een kortere periode."] = "These are too many lines for one file. Choose a shorter period.",
        ["Gevraagd"] = "Asked",
        ["Haal de logregels van uw organisatie op als bestand."] = "Get the log lines of your organisation as a file.",
        ["Het maken van een bestand wordt vastgelegd, met de vingerafdruk van het bestand. Bewaar het zoals u het logboek zelf bewaart."] =
            "Making a file is recorded, with the file's fingerprint. Keep it as you keep the log itself.",
        ["Logregels volgens NEN 7513, als CSV"] = "Log lines after NEN 7513, as CSV",
        ["Logregels volgens NEN 7513, als JSON-regels"] = "Log lines after NEN 7513, as JSON lines",
        ["Maak het bestand"] = "Make the file",
        ["Medewerker van de ontvanger"] = "Member of staff of the receiver",
        ["Protocol van verstrekkingen (artikel 6:4 Bpg), als CSV"] = "Protocol of provisions (article 6:4 Bpg), as CSV",
        ["Protocol van verstrekkingen (artikel 6:4 Bpg), als JSON-regels"] = "Protocol of provisions (article 6:4 Bpg), as JSON lines",
        ["Uitvoer"] = "Export",
        ["Vorm"] = "Form",
        ["Vul een eerste en een laatste dag in."] = "Fill in a first and a last day.",
    };
}
