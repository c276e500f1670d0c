using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Store;

/// <summary>A statement's text as PostgreSQL reads it: <c>?7</c> becomes <c>$1</c>, <c>$2</c> and so on without gaps. Immutable; thread safe.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Places">For each number in the original, the place of its parameter, 0-based; -1 if the text does not use it.</param>
internal sealed partial record PostgresText(string Sql, int[] Places)
{
    private static readonly ConcurrentDictionary<string, PostgresText> Known = new(StringComparer.Ordinal);

    /// <summary>How many parameters the text has.</summary>
    public int Count { get; } = Places.Max() + 1;

    /// <summary>The text of a statement; remembered, as statements hold no values.</summary>
    public static PostgresText Of(string sql) => Known.GetOrAdd(sql, Translate);

    /// <summary>A value as text of this engine: what is no character becomes U+FFFD, as SQLite stores it, and does not break the connection.</summary>
    public static string Clean(string value) =>
        value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value;

    private static PostgresText Translate(string sql)
    {
        var places = new List<int> { -1 };
        var next = 0;
        var text = Parameter().Replace(sql, match =>
        {
            var number = int.Parse(match.ValueSpan[1..], NumberStyles.None, CultureInfo.InvariantCulture);
            while (places.Count <= number)
            {
                places.Add(-1);
            }

            if (places[number] < 0)
            {
                places[number] = next++;
            }

            return string.Create(CultureInfo.InvariantCulture, $"${places[number] + 1}");
        });
        return new PostgresText(text, [.. places]);
    }

    [GeneratedRegex(@"\?\d+")]
    private static partial Regex Parameter();
}
