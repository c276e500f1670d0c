using System.Globalization;

namespace ConvenantGateway.Host.Evidence;

/// <summary>The address of a hash tile (C2SP tlog-tiles): <c>x001/x234/067</c>, with <c>.p/W</c> behind it for a partial tile.</summary>
/// <param name="Level">0 to 63.</param>
/// <param name="Index">The tile's index.</param>
/// <param name="Width">1 to 256 hashes.</param>
internal readonly record struct TilePath(int Level, long Index, int Width)
{
    /// <summary>Reads the two parts of the path; false for anything that is not a canonical tile address. A plain number is taken too.</summary>
    public static bool TryRead(string level, string index, out TilePath tile)
    {
        tile = default;
        if (!int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var l) || l > 63 || index.Length > 40)
        {
            return false;
        }

        var width = 256;
        var partial = index.IndexOf(".p/", StringComparison.Ordinal);
        if (partial >= 0 && (!int.TryParse(index.AsSpan(partial + 3), NumberStyles.None, CultureInfo.InvariantCulture, out width) || width is < 1 or > 255))
        {
            return false;
        }

        var number = 0L;
        var parts = (partial < 0 ? index : index[..partial]).Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var digits = isLast ? parts[i] : parts[i].StartsWith('x') ? parts[i][1..] : "";
            if ((parts.Length > 1 && digits.Length != 3) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || number > long.MaxValue / 2000)
            {
                return false;
            }

            number = checked((number * 1000) + value);
        }

        tile = new TilePath(l, number, width);
        return true;
    }
}
