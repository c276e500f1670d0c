using System.Globalization;
using System.Text;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>
/// Finds canaries in any bytes: as they are in either case, as UTF-16, hex, percent-encoded, JSON-escaped and base64 or base64url at every alignment; days and digits as they are. Thread safe while no
/// canary is made.
/// </summary>
internal sealed class TokenScanner(CanaryBook book)
{
    private static readonly (string Name, string Lead, string Unit)[] Spelled =
    [
        ("hex", "434e5259", ""), ("percent", "%43%4e%52%59", "%"), ("json-escape", @"\u0043\u004e\u0052\u0059", @"\u00"),
        ("hex", "636e7279", ""), ("percent", "%63%6e%72%79", "%"), ("json-escape", @"\u0063\u006e\u0072\u0079", @"\u00"),
    ];

    /// <summary>Every canary in the bytes, each as often as it is found.</summary>
    public List<TokenHit> Scan(ReadOnlySpan<byte> bytes)
    {
        var hits = new List<TokenHit>();
        var lower = Lowered(bytes);
        Plain(lower, 1, 0, "plain", hits);
        Plain(lower, 2, 0, "utf-16", hits);
        foreach (var (name, lead, unit) in Spelled)
        {
            Spell(lower, name, Encoding.ASCII.GetBytes(lead), Encoding.ASCII.GetBytes(unit), hits);
        }

        Base64Runs.Find(bytes, run => Plain(Lowered(run), 1, 0, "base64", hits));
        DigitRuns.Find(bytes, text =>
        {
            if (book.Find(text) is { } canary)
            {
                hits.Add(new TokenHit(canary, "plain"));
            }
        });
        return hits;
    }

    private static byte[] Lowered(ReadOnlySpan<byte> bytes)
    {
        var lower = new byte[bytes.Length];
        Ascii.ToLower(bytes, lower, out var written);
        while (written < bytes.Length)
        {
            // Not ASCII: copied as it is, and on with the rest.
            lower[written] = bytes[written];
            written++;
            Ascii.ToLower(bytes[written..], lower.AsSpan(written), out var more);
            written += more;
        }

        return lower;
    }

    /// <summary>Characters <paramref name="step"/> bytes apart.</summary>
    private void Plain(ReadOnlySpan<byte> lower, int step, int from, string name, List<TokenHit> hits)
    {
        Span<byte> lead = step == 1 ? "cnry"u8.ToArray() : "c\0n\0r\0y"u8.ToArray();
        for (var at = from; lower[at..].IndexOf(lead) is >= 0 and var found; at += found + 1)
        {
            var start = at + found;
            var number = 0;
            for (var i = 4; i < 12; i++)
            {
                var place = start + (i * step);
                number = place < lower.Length ? Longer(number, lower[place]) : -1;
            }

            Note(number, name, hits);
        }
    }

    /// <summary>Every character as two hex digits behind a fixed unit.</summary>
    private void Spell(ReadOnlySpan<byte> lower, string name, ReadOnlySpan<byte> lead, ReadOnlySpan<byte> unit, List<TokenHit> hits)
    {
        for (var at = 0; lower[at..].IndexOf(lead) is >= 0 and var found; at += found + 1)
        {
            var rest = lower[(at + found + lead.Length)..];
            var width = unit.Length + 2;
            var number = 0;
            for (var i = 0; i < 8; i++)
            {
                number = rest.Length >= (i + 1) * width && rest.Slice(i * width, unit.Length).SequenceEqual(unit) && number >= 0 ? LongerByHex(number, rest.Slice((i * width) + unit.Length, 2)) : -1;
            }

            Note(number, name, hits);
        }
    }

    /// <summary>The number with one more digit, in lower case; -1 if it is none.</summary>
    private static int Longer(int number, byte letter) => number >= 0 && letter - CanaryBook.FirstLetter is >= 0 and <= 9 and var digit ? (number * 10) + digit : -1;

    /// <summary>The same of a letter in hex, of either case.</summary>
    private static int LongerByHex(int number, ReadOnlySpan<byte> hex) =>
        byte.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var letter) ? Longer(number, (byte)(letter | 0x20)) : -1;

    private void Note(int number, string name, List<TokenHit> hits)
    {
        if (book.FindText(number) is { } canary)
        {
            hits.Add(new TokenHit(canary, name));
        }
    }
}
