using System.Buffers;
using System.Text;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Decodes the base64 and base64url in which the lead of a text canary stands, at each of the three alignments.</summary>
internal static class Base64Runs
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);

    // The characters that the lead fixes whatever stands around it, and how many characters of its first group precede them.
    private static readonly (byte[] Part, int Before)[] Leads = [.. new[] { CanaryBook.Lead, "cnry", "Cnry" }.SelectMany(static lead => Enumerable.Range(0, 3).Select(k => Fixed(lead, k)))];

    /// <summary>Calls with the decoded bytes of the neighbourhood of each find.</summary>
    public static void Find(ReadOnlySpan<byte> bytes, Action<byte[]> found)
    {
        foreach (var (part, before) in Leads)
        {
            for (var at = 0; bytes[at..].IndexOf(part) is >= 0 and var next; at += next + 1)
            {
                var start = Math.Max(0, at + next - before);
                var run = bytes[start..Math.Min(bytes.Length, start + 28)];
                var end = run.IndexOfAnyExcept(Alphabet);
                run = end < 0 ? run : run[..end];
                run = run.Length % 4 == 1 ? run[..^1] : run;

                // The last group of a text that ends here lacks its padding.
                var text = Encoding.ASCII.GetString(run).Replace('-', '+').Replace('_', '/').PadRight((run.Length + 3) / 4 * 4, '=');
                var decoded = new byte[text.Length / 4 * 3];
                if (Convert.TryFromBase64String(text, decoded, out var length))
                {
                    found(decoded[..length]);
                }
            }
        }
    }

    private static (byte[] Part, int Before) Fixed(string lead, int shift)
    {
        // With two different surroundings: what stays equal is fixed by the lead alone.
        var one = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('\0', shift) + lead + "00000"));
        var two = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('~', shift) + lead + "99999"));
        var from = Enumerable.Range(0, one.Length).First(i => i * 6 >= shift * 8);
        var to = ((shift + 4) * 8) / 6;
        return (Encoding.ASCII.GetBytes(one[from..to] == two[from..to] ? one[from..to] : throw new InvalidOperationException("the lead fixes no characters")), from);
    }
}
