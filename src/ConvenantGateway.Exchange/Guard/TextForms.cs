using System.Text.RegularExpressions;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Every value that a text could be telling, normalized: postcodes, streets with a number, telephone numbers, nine digits, words, mail addresses. It does not judge: what counts is whether a form is one of those that
/// may not be told. So it errs on the side of too many. Pure; thread safe.
/// </summary>
internal static partial class TextForms
{
    /// <summary>A shorter word tells nobody.</summary>
    public const int LeastNameLetters = 3;

    private const int MostStreetWords = 6;
    private const int LeastPhraseLetters = 8;
    private const int LeastDigits = 6;
    private const int MostDigits = 15;

    /// <summary>All forms in a text; the same form may come twice.</summary>
    /// <param name="text">The text.</param>
    /// <param name="withPhrases">False where no phrase is looked for: they are most of the work.</param>
    public static IEnumerable<TextForm> Of(string text, bool withPhrases = true)
    {
        var tokens = TextTokens.Of(text);
        var hasCapitals = tokens.Exists(static t => t.IsCapital);
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var form in tokens[i].IsNumber ? Numbers(tokens, i) : Words(tokens, i, withPhrases, hasCapitals))
            {
                yield return form;
            }
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (Match mail in MailAddress().Matches(text))
            {
                yield return new TextForm(TextFormKind.Mail, mail.Value.ToUpperInvariant());
            }
        }
    }

    /// <summary>The letters of a street as it is compared: <c>Kerkstraat</c> and <c>Kerkstr.</c> are one.</summary>
    public static string StreetWord(string word) => word switch
    {
        _ when word.EndsWith("STRAAT", StringComparison.Ordinal) => word[..^3],
        _ when word.EndsWith("LAAN", StringComparison.Ordinal) => word[..^3] + "N",
        _ when word.EndsWith("PLEIN", StringComparison.Ordinal) => word[..^3] + "N",
        _ => word,
    };

    /// <summary>Words that stand between a street and its number and mean nothing.</summary>
    public static bool IsNumberWord(string word) => word is "NR" or "NO" or "NUMMER" or "HUISNUMMER" or "HUISNR" or "HNR";

    private static IEnumerable<TextForm> Numbers(List<TextToken> tokens, int at)
    {
        if (tokens[at].Text.Length == 4 && tokens[at].Text[0] != '0' && PostcodeLetters(tokens, at + 1) is { } letters)
        {
            yield return new TextForm(TextFormKind.Postcode, tokens[at].Text + letters);
        }

        foreach (var street in Streets(tokens, at))
        {
            yield return street;
        }

        var digits = "";
        for (var i = at; i < tokens.Count && tokens[i].IsNumber && (i == at || tokens[i].IsJoined) && digits.Length <= MostDigits; i++)
        {
            digits += tokens[i].Text;
            foreach (var form in Digits(digits))
            {
                yield return form;
            }
        }
    }

    private static IEnumerable<TextForm> Digits(string digits)
    {
        if (digits.Length is < LeastDigits or > MostDigits)
        {
            yield break;
        }

        yield return new TextForm(TextFormKind.Number, digits);
        if (digits.Length is 8 or 9)
        {
            yield return new TextForm(TextFormKind.Bsn, digits.PadLeft(9, '0'));
        }

        yield return new TextForm(TextFormKind.Telephone, DutchTelephone.Normalize(digits));
    }

    private static string? PostcodeLetters(List<TextToken> tokens, int at) =>
        at >= tokens.Count || tokens[at].IsNumber ? null
        : tokens[at].Text.Length == 2 ? tokens[at].Text
        : tokens[at].Text.Length == 1 && at + 1 < tokens.Count && !tokens[at + 1].IsNumber && tokens[at + 1].Text.Length == 1 ? tokens[at].Text + tokens[at + 1].Text
        : null;

    /// <summary>A number with the one to six words before it.</summary>
    private static IEnumerable<TextForm> Streets(List<TextToken> tokens, int at)
    {
        var house = tokens[at].Text.TrimStart('0');
        if (house.Length is 0 or > 5)
        {
            yield break;
        }

        var street = "";
        var words = 0;
        for (var i = at - 1; i >= 0 && !tokens[i].IsNumber && words < MostStreetWords; i--)
        {
            if (words == 0 && IsNumberWord(tokens[i].Text))
            {
                continue;
            }

            street = StreetWord(tokens[i].Text) + street;
            words++;
            yield return new TextForm(TextFormKind.Street, street + house);
        }
    }

    private static IEnumerable<TextForm> Words(List<TextToken> tokens, int at, bool withPhrases, bool hasCapitals)
    {
        if (tokens[at].Text.Length >= LeastNameLetters && !OrdinaryWords.IsOne(tokens, at, hasCapitals))
        {
            yield return new TextForm(TextFormKind.Name, tokens[at].Text);
        }

        var phrase = "";
        for (var i = at; withPhrases && i < tokens.Count && i < at + MostStreetWords && !tokens[i].IsNumber; i++)
        {
            phrase += StreetWord(tokens[i].Text);
            if (phrase.Length >= LeastPhraseLetters)
            {
                yield return new TextForm(TextFormKind.Phrase, phrase);
            }
        }
    }

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;:]+[^\s<>""'(),;:.]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MailAddress();
}
