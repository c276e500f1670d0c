using System.Text.RegularExpressions;

namespace ConvenantGateway.Intake;

/// <summary>Free text that tells where somebody stays: a word for staying, and a street or a postcode. Dutch. A net, not a proof: the README says what it misses.</summary>
internal static partial class ResidenceText
{
    /// <summary>True if the text names a place of stay.</summary>
    public static bool Names(string text) =>
        Staying().IsMatch(text) && (Street().IsMatch(text) || Postcode().IsMatch(text));

    [GeneratedRegex(
        @"\b(verblijf(?!svergunning|sstatus|srecht|stitel|sdocument)\w*|verblijv\w*|schuiladres\w*|schuilt|opvangadres|opvanghuis|blijf-?van-?mijn-?lijf\w*|geheime?\s+adres|nieuwe?\s+adres|ondergedoken|woont\s+(nu|tijdelijk)|zit\s+(nu\s+|tijdelijk\s+)?(aan|op|in|bij)|logeert|gevlucht\s+naar|overnacht)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Staying();

    // In a word of its own an ending is a street behind a capital ("Singel", "Laan van ...") or before a house number; "weg" alone is none. What is left out by name are ordinary words that end so.
    [GeneratedRegex(
        @"\b(?!(?:onderweg|uitweg|omweg|snelweg|arbeidsmarkt|woningmarkt|levenspad|gerechtshof|verwarring|versperring)\b)\p{L}{2,}(?:straat|laan|weg|plein|kade|singel|gracht|hof|dijk|pad|steeg|markt|park|(?<![aeiou])ring)\b"
        + @"|…(?:straat|laan|weg|plein|kade)\b"
        + @"|\b(?:straat|laan|weg|plein|kade|singel|gracht|hof|dijk|pad|steeg|markt|park|ring)\s+(?:nr\.?\s*|nummer\s+)?[1-9][0-9]{0,4}"
        + @"|(?-i:\b(?:Straat|Laan|Plein|Kade|Singel|Gracht|Hof|Dijk|Pad|Steeg|Markt|Park|Ring)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b[1-9][0-9]{3}\s?[A-Za-z]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Postcode();
}
