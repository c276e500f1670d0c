using System.Globalization;
using System.Text;

namespace ConvenantGateway.Exchange;

/// <summary>One way to write a name for exact matching: capitals, no diacritics, letters only (<c>van der Bérg</c> → <c>VANDERBERG</c>). Pure; thread safe.</summary>
public static class NameNormalization
{
    /// <summary>Normalizes a family or given name; empty if it holds no letter.</summary>
    public static string Normalize(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // A combining mark follows the letter it belongs to; dropping it is what folding the composed letter does.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark || !Rune.IsLetter(rune))
            {
                continue;
            }

            var capital = Rune.ToUpperInvariant(rune);
            letters.Append(capital.IsBmp ? LatinFolding.Fold((char)capital.Value).ToString() : capital.ToString());
        }

        return letters.ToString();
    }
}
