using System.Globalization;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Takes a text apart into runs of letters and runs of digits, however it is written: case, diacritics, full-width forms, invisible characters and percent escapes make no difference. Pure.
/// </summary>
internal static class TextTokens
{
    private const int MostSeparators = 3;
    private const int FullWidth = 0xFEE0;

    /// <summary>The tokens in order.</summary>
    public static List<TextToken> Of(string text)
    {
        var plain = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        var tokens = new List<TextToken>();
        var run = new StringBuilder();
        var (isNumber, isCapital) = (false, false);
        var (isJoined, separators) = (false, 0);
        foreach (var read in plain.EnumerateRunes())
        {
            var rune = read.Value is (>= 0xFF01 and <= 0xFF5E) ? new Rune(read.Value - FullWidth) : read;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark)
            {
                continue;
            }

            var isDigit = category == UnicodeCategory.DecimalDigitNumber;
            if (!isDigit && !Rune.IsLetter(rune))
            {
                Close();
                isJoined &= ++separators <= MostSeparators && (Rune.IsWhiteSpace(rune) || rune.Value is '.' or '-' or '/' or '(' or ')' or '+' or ',' or '_' or (>= '\u2010' and <= '\u2015') or '\u2212');
                continue;
            }

            if (run.Length > 0 && isDigit != isNumber)
            {
                Close();
            }

            isCapital = run.Length == 0 ? Rune.IsUpper(rune) : isCapital;
            isNumber = isDigit;
            _ = isDigit ? run.Append((char)('0' + (int)Rune.GetNumericValue(rune))) : Letter(run, rune);
        }

        Close();
        return tokens;

        void Close()
        {
            if (run.Length == 0)
            {
                return;
            }

            tokens.Add(new TextToken(run.ToString(), isNumber, isJoined, isCapital));
            run.Clear();
            (isJoined, separators) = (true, 0);
        }
    }

    private static StringBuilder Letter(StringBuilder run, Rune rune)
    {
        var capital = Rune.ToUpperInvariant(rune);
        return capital.Value switch
        {
            'ß' or 'ẞ' => run.Append("SS"),
            'Æ' => run.Append("AE"),
            'Œ' => run.Append("OE"),
            'Ĳ' => run.Append("IJ"),
            _ when capital.IsBmp => run.Append(LatinFolding.Fold((char)capital.Value)),
            _ => run.Append(capital.ToString()),
        };
    }
}
