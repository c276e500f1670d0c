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
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (Rune.IsLetter(rune))
            {
                letters.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return letters.ToString();
    }
}
