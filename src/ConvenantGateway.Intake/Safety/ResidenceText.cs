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

    // Endings that nothing but a street has count as they are. "Weg", "ring" and the like end many a word ("vernedering", "onderweg"): they count behind a capital, or before a house number.
    [GeneratedRegex(
        @"(\p{L}{2}|…)(straat|laan|plein|kade|singel|gracht|dijk|steeg)\b|(?-i:\b\p{Lu}\p{L}+(?:weg|hof|pad|markt|park|[^aeiou]ring)\b)|\p{L}{2}(weg|hof|pad|markt|park|[^aeiou]ring)\s+[1-9][0-9]{0,4}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Street();

    [GeneratedRegex(@"\b[1-9][0-9]{3}\s?[A-Za-z]{2}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Postcode();
}
