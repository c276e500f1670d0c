namespace ConvenantGateway.Exchange;

/// <summary>
/// Everyday words that are family names too: "een jong kind" does not tell that dr. De Jong reported. As a word counts what stands in lower case and without a particle, in a text that knows capitals. Pure; thread safe.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "JONG", "JONGE", "OUD", "OUDE", "GROOT", "GROTE", "KLEIN", "KLEINE", "LANG", "LANGE", "KORT", "KORTE", "DIK", "STERK", "ZWAK", "GOED", "GOEDE", "BLIJ", "RIJK", "VRIJ", "STIL", "VROOM", "HEEL",
        "WIT", "WITTE", "ZWART", "ZWARTE", "BRUIN", "BLAUW", "ROOD", "GROEN", "GRIJS", "KIND", "KINDEREN", "MAN", "VRIEND", "HEER", "HEREN", "BAAS", "HART", "HOOFD", "ARM", "HAND", "RUG", "VOET", "BEEN", "BLOED",
        "DAG", "WEEK", "MAAND", "WINTER", "ZOMER", "RUST", "VREDE", "GELUK", "LAST", "RECHT", "KRACHT", "WATER", "WIND", "STEEN", "HUIS", "HOF", "KERK", "BROEK", "POT", "BOS", "VELD", "DAM", "BERG", "BOOM",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "DE", "DEN", "DER", "VAN", "TER", "T", "DR", "DRS", "MW", "MEVR", "MEVROUW", "DHR", "MENEER", "HEER", "ARTS", "HUISARTS", "AGENT",
    };

    /// <summary>True if the token is such a word and nothing says that it is a name.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Which token.</param>
    /// <param name="hasCapitals">True if any token begins with one.</param>
    public static bool IsOne(List<TextToken> tokens, int at, bool hasCapitals) =>
        hasCapitals && !tokens[at].IsCapital && Words.Contains(tokens[at].Text) && !(at > 0 && Particles.Contains(tokens[at - 1].Text));
}
