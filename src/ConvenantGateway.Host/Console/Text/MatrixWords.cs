using ConvenantGateway.Policy;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>The words of the sharing matrix, in Dutch; <see cref="ConsoleText"/> turns them.</summary>
internal static class MatrixWords
{
    /// <summary>Who takes the initiative.</summary>
    public static string By(Initiative by) => by switch
    {
        Initiative.Push => "bericht verstrekken",
        Initiative.Read => "stuk opvragen",
        Initiative.Search => "stukken zoeken en opvragen",
        Initiative.Status => "vragen of er een zaak bekend is",
        _ => "geen",
    };

    /// <summary>Which part of an exchange the rule speaks of.</summary>
    public static string Part(MatrixPart part) => part switch
    {
        MatrixPart.Question => "de vraag: wat de vrager zegt",
        MatrixPart.StandingAnswer => "het antwoord: vooraf vrijgegeven",
        MatrixPart.AnswerPerRequest => "het antwoord: per vraag beslist",
        _ => "eigen beweging",
    };

    /// <summary>How an article was read.</summary>
    public static string Read(string read) => read switch
    {
        "full" => "zelf gelezen",
        "secondary" => "alleen uit een andere bron gelezen",
        _ => "niet gelezen",
    };
}
