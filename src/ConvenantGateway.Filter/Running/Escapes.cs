namespace ConvenantGateway.Filter;

/// <summary>Checks that escaped surrogates come in pairs: JSON allows a half, text does not.</summary>
internal static class Escapes
{
    /// <summary>The position of the first half without its other, or -1. Backslashes outside strings are the reader's to refuse.</summary>
    public static int FindUnpaired(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (true)
        {
            var next = json[at..].IndexOf((byte)'\\');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            var unit = Unit(json[at..]);
            if (unit is < 0xD800 or > 0xDFFF)
            {
                at = Math.Min(at + (unit < 0 ? 2 : 6), json.Length);
                continue;
            }

            if (unit >= 0xDC00 || json.Length < at + 12 || Unit(json[(at + 6)..]) is < 0xDC00 or > 0xDFFF)
            {
                return at;
            }

            at += 12;
        }
    }

    /// <summary>The UTF-16 unit of a <c>\uXXXX</c> at the start, or -1.</summary>
    private static int Unit(ReadOnlySpan<byte> text)
    {
        if (text.Length < 6 || text[0] != (byte)'\\' || text[1] != (byte)'u')
        {
            return -1;
        }

        var unit = 0;
        foreach (var digit in text[2..6])
        {
            var value = char.IsAsciiHexDigit((char)digit) ? (digit & 0xF) + (digit >= (byte)'A' ? 9 : 0) : -1;
            if (value < 0)
            {
                return -1;
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }
}
