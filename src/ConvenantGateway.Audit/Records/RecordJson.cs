using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConvenantGateway.Audit;

/// <summary>
/// Writes JSON whose strings are codes (<see cref="LeafRules"/>): printable ASCII without spaces, of which only the quotation mark and the backslash are escaped. One per thread, used again: a leaf is written once
/// per append.
/// </summary>
internal sealed class CodeJson
{
    private const int LongestOther = 40;

    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Where(static c => c is not ('"' or '\\')).Select(static c => (byte)c)]);

    [ThreadStatic]
    private static CodeJson? _own;

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>An empty writer. Valid until the next call on this thread; not to be used across an await.</summary>
    public static CodeJson Begin()
    {
        _own ??= new CodeJson();
        _own._length = 0;
        return _own;
    }

    /// <summary>Writes JSON as it is.</summary>
    public CodeJson Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
        return this;
    }

    /// <summary>Writes what stands between the quotation marks.</summary>
    /// <exception cref="ArgumentException">It is not a code.</exception>
    public CodeJson Code(string code)
    {
        var room = Room(code.Length);
        if (Ascii.FromUtf16(code, room, out var written) == OperationStatus.Done && !room[..written].ContainsAnyExcept(Plain))
        {
            _length += written;
            return this;
        }

        foreach (var character in code)
        {
            _ = character switch
            {
                '"' => Raw("\\\""u8),
                '\\' => Raw(@"\\"u8),
                >= '!' and <= '~' => Raw([(byte)character]),
                _ => throw new ArgumentException("what stands in a leaf must be a code: printable ASCII characters without spaces"),
            };
        }

        return this;
    }

    /// <summary>Writes an id, a number or a time.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    /// <typeparam name="T">A type of which no value is longer than 40 characters.</typeparam>
    public CodeJson Other<T>(T value, ReadOnlySpan<char> format = default)
        where T : struct, IUtf8SpanFormattable
    {
        _length += value.TryFormat(Room(LongestOther), out var written, format, CultureInfo.InvariantCulture) ? written : throw new ArgumentException("the value is longer than 40 characters");
        return this;
    }

    /// <summary>What was written, as an array of its own.</summary>
    public byte[] Take() => _bytes.AsSpan(0, _length).ToArray();

    private Span<byte> Room(int needed)
    {
        if (_bytes.Length - _length < needed)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + needed));
        }

        return _bytes.AsSpan(_length, needed);
    }
}
