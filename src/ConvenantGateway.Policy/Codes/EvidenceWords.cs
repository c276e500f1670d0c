using System.Numerics;

namespace ConvenantGateway.Policy;

/// <summary>The kebab-case words of <see cref="Evidence"/> in YAML, and what each is called in plain Dutch when it is missing.</summary>
public static class EvidenceWords
{
    private static readonly (Evidence Flag, string Word, string Dutch)[] Table =
    [
        (Evidence.Consent, "consent", "de uitdrukkelijke toestemming van de betrokkene, geldig voor deze ontvanger, dit doel en deze datum"),
        (Evidence.Weighing, "weighing", "de afweging: noodzaak, proportionaliteit en subsidiariteit"),
        (Evidence.Article20Decision, "article20-decision", "een geldig artikel 20-besluit dat deze ontvanger en dit doel noemt (Wpg 20)"),
        (Evidence.AuthorityAgreement, "authority-agreement", "de overeenstemming met het bevoegd gezag (Wpg 19, 20)"),
        (Evidence.TreatmentRelation, "treatment-relation", "de behandelrelatie tussen verstrekker, ontvanger en cliënt (7:457(2) BW)"),
        (Evidence.RecentArticle8, "recent-article8", "de verklaring dat de politiegegevens jonger zijn dan een jaar (Wpg 8(1))"),
        (Evidence.StandingPermission, "standing-permission", "een vastgelegde toestemming (\"mag weten\") van een medewerker van de verstrekker"),
        (Evidence.Cooperation, "cooperation", "de vastlegging dat de medewerking van de ontvanger nodig is"),
        (Evidence.Reason, "reason", "de reden waarom het belang van de betrokkene of de ernst van de situatie dit nodig maakt"),
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

    /// <summary>How many kinds of evidence are in the set.</summary>
    internal static int Size(Evidence set) => BitOperations.PopCount((uint)set);

    /// <summary>Every single flag.</summary>
    internal static IEnumerable<Evidence> Flags => Table.Select(t => t.Flag);
}
