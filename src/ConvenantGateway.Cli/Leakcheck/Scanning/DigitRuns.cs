using System.Text;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Cuts out what a canary of digits can be: runs of nine to twelve digits that are not part of a hex text, days, postcodes.</summary>
internal static class DigitRuns
{
    /// <summary>Calls with each candidate.</summary>
    public static void Find(ReadOnlySpan<byte> bytes, Action<string> found)
    {
        var at = 0;
        while (bytes[at..].IndexOfAnyInRange((byte)'0', (byte)'9') is >= 0 and var next)
        {
            var start = at + next;
            var length = bytes[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? bytes.Length - start : length;
            if (length is >= 9 and <= 12 && !IsHexLetter(bytes, start - 1) && !IsHexLetter(bytes, start + length))
            {
                found(Text(bytes.Slice(start, Math.Min(length, 10))));
            }
            else if (length == 4)
            {
                Four(bytes, start, found);
            }

            at = start + length;
        }
    }

    private static void Four(ReadOnlySpan<byte> bytes, int start, Action<string> found)
    {
        var rest = bytes[(start + 4)..];
        if (rest.Length >= 6 && rest[0] == '-' && rest[3] == '-' && IsDigit(rest[1]) && IsDigit(rest[2]) && IsDigit(rest[4]) && IsDigit(rest[5]))
        {
            found(Text(bytes.Slice(start, 10)));
        }

        var letters = rest.Length > 0 && rest[0] is (byte)' ' or (byte)'+' ? rest[1..] : rest.Length > 2 && rest[..3].SequenceEqual("%20"u8) ? rest[3..] : rest;
        if (letters.Length >= 2 && char.IsAsciiLetter((char)letters[0]) && char.IsAsciiLetter((char)letters[1])
            && (letters.Length == 2 || !char.IsAsciiLetterOrDigit((char)letters[2])) && (start == 0 || !char.IsAsciiLetterOrDigit((char)bytes[start - 1])))
        {
            found($"{Text(bytes.Slice(start, 4))} {Text(letters[..2]).ToUpperInvariant()}");
        }
    }

    /// <summary>Between letters of hex the digits are those of a digest: in millions of them every number stands by chance.</summary>
    private static bool IsHexLetter(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at < bytes.Length && char.IsAsciiHexDigit((char)bytes[at]);

    private static bool IsDigit(byte one) => one is >= (byte)'0' and <= (byte)'9';

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes);
}
