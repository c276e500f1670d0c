using System.Globalization;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>Indexes of records as text: <c>0-5 9 12-13</c>, ascending and without overlap. Pure; thread safe.</summary>
public static class IndexRanges
{
    /// <summary>Writes.</summary>
    /// <param name="ascending">Distinct, ascending.</param>
    public static string Write(IEnumerable<long> ascending)
    {
        var text = new StringBuilder();
        var (first, last) = (-1L, -2L);
        foreach (var index in ascending)
        {
            if (index == last + 1)
            {
                last = index;
                continue;
            }

            Flush();
            (first, last) = (index, index);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (first >= 0)
            {
                text.Append(text.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{first}");
                if (last > first)
                {
                    text.Append(CultureInfo.InvariantCulture, $"-{last}");
                }
            }
        }
    }

    /// <summary>True if the index is among them.</summary>
    /// <exception cref="FormatException">The text is not a list of ranges.</exception>
    public static bool Contains(string ranges, long index)
    {
        foreach (var range in ranges.AsSpan().Split(' '))
        {
            var part = ranges.AsSpan(range);
            if (part.IsEmpty)
            {
                continue;
            }

            var dash = part.IndexOf('-');
            var first = long.Parse(dash < 0 ? part : part[..dash], NumberStyles.None, CultureInfo.InvariantCulture);
            var last = dash < 0 ? first : long.Parse(part[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            if (index >= first && index <= last)
            {
                return true;
            }
        }

        return false;
    }
}
