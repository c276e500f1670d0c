using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The menu of a role. It only shows; <see cref="ForRolesAttribute"/> on each page decides.</summary>
internal static class ConsoleMenu
{
    private static readonly MenuItem Exchanges = new("/uitwisselingen", "Uitwisselingen", "Bekijk wat uw organisatie heeft verstrekt, ontvangen en opgevraagd, en wat is geweigerd.");
    private static readonly MenuItem Person = new("/betrokkene", "Betrokkene zoeken", "Zoek de uitwisselingen over één persoon. U ziet een kenmerk, geen naam.");
    private static readonly MenuItem Held = new("/aangehouden", "Aangehouden", "Berichten van uw organisatie die niet zijn bezorgd omdat er een schuiladres of opsporingsgegevens in staan.");
    private static readonly MenuItem Export = new("/uitvoer", "Uitvoer", "Haal de logregels van uw organisatie op als bestand.");
    private static readonly MenuItem Week = new("/weekcontrole", "Weekcontrole", "Bekijk de lijsten van een week, handel ze af en rond de controle af.");
    private static readonly MenuItem Statistics = new("/statistiek", "Statistiek", "Bekijk dertien weken in aantallen: uitwisselingen, weigeringen en Noodprocedure, per week en per organisatie.");
    private static readonly MenuItem Report = new("/inzage", "Inzage", "Beantwoord wie vraagt wat er over hem of haar is uitgewisseld: met twee functionarissen.");
    private static readonly MenuItem Kept = new("/wisverboden", "Wisverboden", "Bekijk over wie voorlopig niets mag worden gewist; leg een wisverbod op of hef het op.");
    private static readonly MenuItem Log = new("/logboek", "Logboek", "Controleer of het logboek volledig en onveranderd is.");
    private static readonly MenuItem Inquiry = new("/onderzoek", "Onderzoek", "Open een onderzoek met nummer, organisaties en einddatum. Zonder onderzoek ziet u niets.");
    private static readonly MenuItem Work = new("/werklijst", "Werklijst", "Lees de verwijzingen die uw organisatie heeft ontvangen.");
    private static readonly MenuItem Guide = new("/wegwijzer", "Wegwijzer", "Loop de vragen na: mag u iets over iemand geven, en op welke grond?");

    private static readonly MenuItem Matrix = new("/matrix", "Wie mag wat aan wie", "Lees de regels van het convenant: wie mag welke gegevens aan wie verstrekken, waarvoor en op welke grondslag?");

    /// <summary>The items, in order.</summary>
    public static IReadOnlyList<MenuItem> For(OfficerRole role) => role switch
    {
        OfficerRole.Fg or OfficerRole.Pf => [Exchanges, Person, Held, Report, Kept, Week, Statistics, Export, Log, Guide, Matrix],
        OfficerRole.Casuswerker => [Work, Guide, Matrix],
        OfficerRole.Toezicht => [Inquiry, Exchanges, Person, Statistics, Log, Matrix],
        OfficerRole.Beheer => [Log, Matrix],
        _ => [],
    };
}
