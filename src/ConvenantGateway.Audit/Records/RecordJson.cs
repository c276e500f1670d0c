using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ConvenantGateway.Audit;

/// <summary>
/// Writes the JSON of records: leaves, and what is sealed beside them. Nearly all of it is plain ASCII that needs no escape; the rest is escaped by the platform, as little as JSON allows. One per thread, used again
/// by one at a time: a record is written once per append. Disposing wipes what was written.
/// </summary>
internal sealed class RecordJson : IDisposable
{
    private const int LongestOther = 40;

    private static readonly JavaScriptEncoder Relaxed = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly SearchValues<byte> PlainText = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Where(static c => c is not ('"' or '\\')).Select(static c => (byte)c)]);

    [ThreadStatic]
    private static RecordJson? _own;

    private byte[] _bytes = new byte[4096];
    private int _length;
    private bool _isUsed;

    /// <summary>What was written, in place: valid until the next call.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>An empty writer. Valid until it is disposed; not to be used across an await.</summary>
    /// <exception cref="InvalidOperationException">This thread is writing already.</exception>
    public static RecordJson Begin()
    {
        _own ??= new RecordJson();
        _own._isUsed = _own._isUsed ? throw new InvalidOperationException("this thread is writing a record already") : true;
        return _own;
    }

    /// <summary>Writes JSON as it is.</summary>
    public RecordJson Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
        return this;
    }

    /// <summary>Writes a code, as it stands between the quotation marks.</summary>
    /// <exception cref="ArgumentException">It is not a code (<see cref="LeafRules"/>).</exception>
    public RecordJson Code(string code) => LeafRules.IsCode(code) ? Text(code) : throw new ArgumentException("what stands in a leaf must be a code: at most 200 printable ASCII characters without spaces");

    /// <summary>Writes any text, as it stands between the quotation marks.</summary>
    public RecordJson Text(string text)
    {
        var room = Room(text.Length);
        if (Ascii.FromUtf16(text, room, out var written) == OperationStatus.Done && !room[..written].ContainsAnyExcept(PlainText))
        {
            _length += written;
            return this;
        }

        room.Clear();
        var escaped = Relaxed.Encode(text);
        _length += Encoding.UTF8.GetBytes(escaped, Room(Encoding.UTF8.GetByteCount(escaped)));
        return this;
    }

    /// <summary>Writes bytes in base64, as they stand between the quotation marks.</summary>
    public RecordJson Bytes(ReadOnlySpan<byte> bytes)
    {
        _ = Base64.EncodeToUtf8(bytes, Room(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        _length += written;
        return this;
    }

    /// <summary>Writes an id, a number or a time.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format.</param>
    /// <typeparam name="T">A type of which no value is longer than 40 characters.</typeparam>
    public RecordJson Other<T>(T value, ReadOnlySpan<char> format = default)
        where T : struct, IUtf8SpanFormattable
    {
        _length += value.TryFormat(Room(LongestOther), out var written, format, CultureInfo.InvariantCulture) ? written : throw new ArgumentException("the value is longer than 40 characters");
        return this;
    }

    /// <summary>What was written, as an array of its own.</summary>
    public byte[] Take() => Written.ToArray();

    /// <summary>Forgets what was written.</summary>
    public void Dispose()
    {
        _bytes.AsSpan(0, _length).Clear();
        (_length, _isUsed) = (0, false);
    }

    private Span<byte> Room(int needed)
    {
        if (_bytes.Length - _length < needed)
        {
            var larger = new byte[Math.Max(2 * _bytes.Length, _length + needed)];
            _bytes.AsSpan(0, _length).CopyTo(larger);
            Array.Clear(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length, needed);
    }
}
