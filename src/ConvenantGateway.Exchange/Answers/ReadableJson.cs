using System.Text.Unicode;

namespace ConvenantGateway.Exchange;

/// <summary>
/// JSON whose every text can be read: the grammar of RFC 8259 lets a half surrogate pair through, and the parser lets bytes through that are no UTF-8; reading such a text throws.
/// Says nothing about the grammar itself. Stateless.
/// </summary>
internal static class ReadableJson
{
    private const int Escape = 6;

    /// <summary>True if the bytes are UTF-8 and every escaped surrogate has its other half.</summary>
    public static bool Is(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length;)
        {
            var unit = UnitAt(json[at..]);
            var isHigh = unit is >= 0xD800 and <= 0xDBFF;
            if (unit is >= 0xDC00 and <= 0xDFFF || (isHigh && UnitAt(json[(at + Escape)..]) is not (>= 0xDC00 and <= 0xDFFF)))
            {
                return false;
            }

            at += isHigh ? 2 * Escape : 2;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? json.Length : at + next;
        }

        return true;
    }

    /// <returns>The UTF-16 unit of a `\u` escape that begins here; -1 if none does.</returns>
    private static int UnitAt(ReadOnlySpan<byte> text) =>
        text.Length >= Escape && text[0] == '\\' && text[1] == 'u' && Utf8Parse(text[2..Escape]) is { } unit ? unit : -1;

    private static int? Utf8Parse(ReadOnlySpan<byte> digits) =>
        System.Buffers.Text.Utf8Parser.TryParse(digits, out int unit, out var consumed, 'x') && consumed == digits.Length ? unit : null;
}
