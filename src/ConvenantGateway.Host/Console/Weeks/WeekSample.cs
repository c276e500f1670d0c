using System.Security.Cryptography;
using System.Text;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>
/// Chooses the sample of a week: the records whose HMAC under a key made of the week and of the first checkpoint after it is smallest. Nobody knows that checkpoint while the week runs and nobody can
/// change it afterwards, so neither who exchanges nor who reviews can choose what is looked at. Pure.
/// </summary>
internal static class WeekSample
{
    /// <summary>The share, as one in so many: 5 percent.</summary>
    public const int OneIn = 20;

    /// <summary>The fewest, where there are that many.</summary>
    public const int Least = 5;

    /// <summary>How many of a number are looked at.</summary>
    public static int SizeOf(int records) => Math.Min(records, Math.Max(Least, (records + OneIn - 1) / OneIn));

    /// <summary>The numbers of the log lines to look at.</summary>
    /// <param name="week">The week.</param>
    /// <param name="checkpoint">The signed note; only its text counts, for witnesses may add signatures later.</param>
    /// <param name="records">Number and transaction of each record of the week.</param>
    public static IReadOnlySet<long> Choose(DutchWeek week, ReadOnlySpan<byte> checkpoint, IReadOnlyCollection<(long Index, Guid Transaction)> records)
    {
        var text = checkpoint.IndexOf("\n\n"u8) is >= 0 and var end ? checkpoint[..end] : checkpoint;
        var key = SHA256.HashData([.. Encoding.UTF8.GetBytes($"convenantgateway sample v1\n{week}\n"), .. text]);
        return records
            .Select(r => (r.Index, Rank: Convert.ToHexString(HMACSHA256.HashData(key, r.Transaction.ToByteArray(bigEndian: true)))))
            .OrderBy(static r => r.Rank, StringComparer.Ordinal)
            .Take(SizeOf(records.Count))
            .Select(static r => r.Index)
            .ToHashSet();
    }
}
