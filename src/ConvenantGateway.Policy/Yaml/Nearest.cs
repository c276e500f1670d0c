namespace ConvenantGateway.Policy;

/// <summary>Finds the known word that a mistyped one was probably meant to be. Pure; thread safe.</summary>
public static class Nearest
{
    /// <summary>No code is longer, and comparing a text of a megabyte with all of them takes minutes.</summary>
    private const int MaxWord = 200;

    /// <summary><c>did you mean `x`?</c>, or null if no word is near.</summary>
    /// <param name="word">What was written; anything longer than 200 characters has no suggestion.</param>
    /// <param name="known">The words that would have been right.</param>
    public static string? Suggest(string word, IEnumerable<string> known) => Find(word, known) is { } nearest ? $"did you mean `{nearest}`?" : null;

    /// <summary>The nearest known word: at most a third of its letters differ, or two; of equally near ones the first in ordinal order. Null if none is near.</summary>
    /// <param name="word">What was written; anything longer than 200 characters has no neighbour.</param>
    /// <param name="known">The words that would have been right.</param>
    public static string? Find(string word, IEnumerable<string> known)
    {
        if (word.Length > MaxWord)
        {
            return null;
        }

        var limit = Math.Max(2, word.Length / 3);
        return known
            .Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .FirstOrDefault().Word;
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
