using System.Numerics;

namespace ConvenantGateway.Policy;

/// <summary>The kebab-case words of <see cref="Evidence"/> in YAML, and what each is called in plain Dutch when it is missing.</summary>
public static class EvidenceWords
{
    private static readonly (Evidence Flag, string Word, string Dutch, string English)[] Table =
    [
        (Evidence.Consent, "consent", "de uitdrukkelijke toestemming van de betrokkene, geldig voor deze ontvanger, dit doel en deze datum",
            "the explicit consent of the person concerned, valid for this receiver, purpose and date"),
        (Evidence.Weighing, "weighing", "de afweging: noodzaak, proportionaliteit en subsidiariteit",
            "the weighing: necessity, proportionality and subsidiarity"),
        (Evidence.Article20Decision, "article20-decision", "een geldig artikel 20-besluit dat deze ontvanger en dit doel noemt (Wpg 20)",
            "a valid article 20 decision that lists this receiver and this purpose (Wpg 20)"),
        (Evidence.AuthorityAgreement, "authority-agreement", "de overeenstemming met het bevoegd gezag (Wpg 19, 20)",
            "the agreement of the competent authority (Wpg 19, 20)"),
        (Evidence.TreatmentRelation, "treatment-relation", "de behandelrelatie tussen verstrekker, ontvanger en cliënt (7:457(2) BW)",
            "the treatment relation between sender, receiver and client (7:457(2) BW)"),
        (Evidence.RecentArticle8, "recent-article8", "de verklaring dat de politiegegevens jonger zijn dan een jaar, of uit een vergelijking komen (Wpg 8)",
            "the statement that the police data are under a year old, or came out of a comparison (Wpg 8)"),
        (Evidence.StandingPermission, "standing-permission", "een vastgelegde toestemming (\"mag weten\") van een medewerker van de verstrekker",
            "a recorded permission (\"mag weten\") by a member of staff of the holder"),
        (Evidence.Cooperation, "cooperation", "de vastlegging dat de medewerking van de ontvanger nodig is",
            "the record that the cooperation of the receiver is required"),
        (Evidence.Reason, "reason", "de reden waarom het belang van de betrokkene of de ernst van de situatie dit nodig maakt",
            "the reason why the interest of the person or the seriousness requires this"),
        (Evidence.RequestReason, "request-reason", "de aard, de ernst en de inhoud van de melding waarom u dit vraagt",
            "the nature, seriousness and content of the report for which this is asked"),
        (Evidence.Decree, "decree", "het nummer van het besluit over het huisverbod",
            "the number of the huisverbod decree"),
        (Evidence.Permission, "permission", "de schriftelijke toestemming van de minister of de burgemeester (Bpg 4:7)",
            "the written permission of the Minister or the burgemeester (Bpg 4:7)"),
        (Evidence.Protocol, "protocol", "het onderzoeksprotocol, en dat de patiënt geen bezwaar maakte (7:458 BW)",
            "the research protocol, and that the patient did not object (7:458 BW)"),
        (Evidence.FunctionaryConsulted, "functionary-consulted", "dat het dringend nodig is voor de politietaak en dat de bevoegde functionaris is geraadpleegd (Bpg 4:5)",
            "that it is urgent for the police task and that the designated functionary was consulted (Bpg 4:5)"),
        (Evidence.SecondPerson, "second-person", "een tweede medewerker die ermee instemt, met naam",
            "a second named member of staff who agrees"),
        (Evidence.NamedOfficer, "named-officer", "de naam van degene bij de ontvanger die dit mag zien",
            "the name of the one person at the receiver who may see this"),
        (Evidence.Article, "article", "het wetsartikel dat u verplicht",
            "the article of law that obliges you"),
        (Evidence.Condition, "condition", "de voorwaarde die is opgelegd",
            "the condition that was imposed"),
        (Evidence.SourceDecision, "source-decision", "een nieuw besluit van de professional van wie dit gegeven komt",
            "a new decision by the professional from whom the data came"),
        (Evidence.Designation, "designation", "de aanwijzing door de burgemeester (Wth 2)",
            "the designation by the burgemeester (Wth 2)"),
        (Evidence.AmkConsulted, "amk-consulted", "dat het AMK vooraf is geraadpleegd (Wth 2(3))",
            "that the AMK was consulted beforehand (Wth 2(3))"),
        (Evidence.NecessityLines, "necessity-lines", "per gevoelig gegeven (D15, D16, D22) waarom het nodig is",
            "a line of necessity for each sensitive category (D15, D16, D22)"),
        (Evidence.Meldcode, "meldcode", "de stappen van de meldcode, of waarom u ze oversloeg",
            "the steps of the meldcode, or why you skipped them"),
    ];

    /// <summary>All words, in the order of the flags.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Table.Select(t => t.Word)];

    /// <summary>The flag of a word; false for an unknown word.</summary>
    public static bool TryParse(string? word, out Evidence flag)
    {
        flag = Array.Find(Table, t => string.Equals(t.Word, word, StringComparison.Ordinal)).Flag;
        return flag != Evidence.None;
    }

    /// <summary>The words of a set, in the order of the flags.</summary>
    public static IEnumerable<string> Words(Evidence set) => Table.Where(t => set.HasFlag(t.Flag)).Select(t => t.Word);

    /// <summary>What the evidence is, in plain Dutch: one phrase per flag.</summary>
    public static IEnumerable<string> Dutch(Evidence set) => Table.Where(t => set.HasFlag(t.Flag)).Select(t => t.Dutch);

    /// <summary>What the evidence is, in plain English: one phrase per flag.</summary>
    public static IEnumerable<string> English(Evidence set) => Table.Where(t => set.HasFlag(t.Flag)).Select(t => t.English);

    /// <summary>How many kinds of evidence are in the set.</summary>
    internal static int Size(Evidence set) => BitOperations.PopCount((uint)set);

    /// <summary>Every single flag.</summary>
    internal static IEnumerable<Evidence> Flags => Table.Select(t => t.Flag);
}
