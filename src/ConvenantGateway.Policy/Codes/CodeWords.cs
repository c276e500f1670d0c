namespace ConvenantGateway.Policy;

/// <summary>The YAML words of the closed lists that the code knows: initiatives, roles, levels, officer roles.</summary>
internal static class CodeWords
{
    public static IReadOnlyList<string> Initiatives { get; } = ["push", "read", "search", "status"];

    public static IReadOnlyList<string> Rollen { get; } = ["slachtoffer", "pleger", "kind", "getuige", "huisgenoot", "melder", "client", "zaak", "kind-getuige", "hulpvrager"];

    public static IReadOnlyList<string> Origins { get; } = ["WPG", "MEDICAL", "MELDING", "HVB"];

    public static IReadOnlyList<string> Levels { get; } = ["L0", "L1", "L2"];

    public static IReadOnlyList<string> Officers { get; } = ["fg", "pf", "casuswerker", "toezicht", "beheer"];

    public static IReadOnlyList<string> Categories { get; } = [.. CategorySet.All.Codes()];

    public static Initiative Initiative(string word) => (Initiative)(Index(Initiatives, word) + 1);

    public static string Word(Initiative by) => by == Policy.Initiative.None ? "none" : Initiatives[(int)by - 1];

    public static BetrokkeneRol Rol(string word) => (BetrokkeneRol)(Index(Rollen, word) + 1);

    public static string Word(BetrokkeneRol rol) => rol == BetrokkeneRol.Onbekend ? "onbekend" : Rollen[(int)rol - 1];

    public static DataOrigins Origin(string word) => (DataOrigins)(1 << Index(Origins, word));

    public static string Word(DataOrigins origin) => string.Join('+', Origins.Where((_, i) => ((int)origin >> i & 1) == 1));

    public static StatusLevel Level(string word) => (StatusLevel)Index(Levels, word);

    public static OfficerRole Officer(string word) => (OfficerRole)(Index(Officers, word) + 1);

    /// <summary>The union of category codes that were already checked.</summary>
    public static CategorySet Set(IEnumerable<YamlNode.Scalar> codes) =>
        codes.Aggregate(default(CategorySet), (set, code) => CategorySet.TryParse(code.Value, out var one) ? set | one : set);

    private static int Index(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], word, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException("the word was not checked against its list", nameof(word));
    }
}
