namespace ConvenantGateway.Policy;

/// <summary>Codes with their titles, in Dutch and English; an unknown code is not repeated.</summary>
internal static class Titles
{
    public static string Dutch(Vocabulary words, Purpose purpose) =>
        purpose.Code is { } code && words.Purposes.TryGetValue(code, out var title) ? $"{code} ({title})" : "dat is opgegeven";

    public static string English(Vocabulary words, Purpose purpose) =>
        purpose.Code is { } code && words.Purposes.TryGetValue(code, out var title) ? $"{code} ({words.English.GetValueOrDefault(code, title)})" : "that was given";

    public static string DutchGround(Vocabulary words, string code) => $"{code} ({words.Grounds[code].Title})";

    public static string EnglishGround(Vocabulary words, string code) => $"{code} ({words.English.GetValueOrDefault(code, words.Grounds[code].Title)})";
}
