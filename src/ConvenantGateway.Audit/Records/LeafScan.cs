using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Audit;

/// <summary>
/// Reads the parts of a leaf that a verifier compares, without allocating, from bytes that are exactly as <see cref="LeafFormat"/> writes them. Whatever is written otherwise, and any escaped character, is for
/// <see cref="LeafReader"/>: a scan that fails says nothing. Valid as long as the bytes are.
/// </summary>
public ref struct LeafScan
{
    // Printable ASCII without the backslash: what no escape and no other encoding is in.
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Where(static c => c != '\\').Select(static c => (byte)c)]);

    private readonly ReadOnlySpan<byte> _leaf;
    private readonly Span<LeafScanView> _views;
    private ReadOnlySpan<byte> _rest;

    private LeafScan(ReadOnlySpan<byte> leaf, Span<LeafScanView> views)
    {
        _leaf = _rest = leaf;
        _views = views;
    }

    /// <summary>The type.</summary>
    public RecordType Type { get; private set; }

    /// <summary>The transaction.</summary>
    public Guid Transaction { get; private set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long UnixMilliseconds { get; private set; }

    /// <summary>The caller.</summary>
    public ReadOnlySpan<byte> Caller { get; private set; }

    /// <summary>The counterparty.</summary>
    public ReadOnlySpan<byte> Counterparty { get; private set; }

    /// <summary>The purpose.</summary>
    public ReadOnlySpan<byte> Purpose { get; private set; }

    /// <summary>The outcome.</summary>
    public ReadOnlySpan<byte> Outcome { get; private set; }

    /// <summary>The rules as they stand, <c>"R-01","R-02"</c>.</summary>
    public ReadOnlySpan<byte> Rules { get; private set; }

    /// <summary>Emergency use.</summary>
    public bool Emergency { get; private set; }

    /// <summary>How many views it has.</summary>
    public int ViewCount { get; private set; }

    /// <summary>Scans a whole leaf; false for anything that is not written as expected, and for more views than there is room for.</summary>
    /// <param name="leaf">The stored bytes.</param>
    /// <param name="views">Room for what is found of the views.</param>
    /// <param name="scan">The parts.</param>
    public static bool TryRead(ReadOnlySpan<byte> leaf, Span<LeafScanView> views, out LeafScan scan)
    {
        scan = new LeafScan(leaf, views);
        return !leaf.ContainsAnyExcept(Plain) && scan.Head() && scan.Tail();
    }

    /// <summary>Whose view it is.</summary>
    /// <param name="view">Its place, from 0.</param>
    public readonly ReadOnlySpan<byte> Viewer(int view) => _leaf.Slice(_views[view].Viewer, _views[view].ViewerLength);

    /// <summary>The digest of its sealed bytes, lower-case hex.</summary>
    /// <param name="view">Its place, from 0.</param>
    public readonly ReadOnlySpan<byte> Ciphertext(int view) => _leaf.Slice(_views[view].Ciphertext, _views[view].CiphertextLength);

    private bool Tail()
    {
        if (!Skip(",\"views\":["u8))
        {
            return _rest.SequenceEqual("}"u8);
        }

        for (var first = true; !_rest.SequenceEqual("]}"u8); first = false)
        {
            if ((!first && !Skip(","u8)) || !View())
            {
                return false;
            }
        }

        return true;
    }

    private bool View()
    {
        if (ViewCount == _views.Length || !Text("{\"viewer\":\""u8, out var viewer))
        {
            return false;
        }

        var viewerAt = At(viewer);
        if (!Text(",\"ciphertext\":\""u8, out var ciphertext))
        {
            return false;
        }

        _views[ViewCount] = new LeafScanView(viewerAt, viewer.Length, At(ciphertext), ciphertext.Length);
        if (!Skip(",\"commitments\":["u8))
        {
            return false;
        }

        var first = true;
        while (!Skip("]}"u8))
        {
            if ((!first && !Skip(","u8)) || !Text("{\"field\":\""u8, out _) || !Text(",\"sha256\":\""u8, out var digest) || digest.Length != 64 || !Skip("}"u8))
            {
                return false;
            }

            first = false;
        }

        ViewCount++;
        return true;
    }

    // A text was just read: it ends one quote before what is left.
    private readonly int At(ReadOnlySpan<byte> text) => _leaf.Length - _rest.Length - 1 - text.Length;

    private bool Head()
    {
        if (!Text("{\"version\":1,\"type\":\""u8, out var type) || !Text(",\"transaction\":\""u8, out var transaction) || !Text(",\"time\":\""u8, out var time)
            || transaction.Length != 36 || !Utf8Parser.TryParse(transaction, out Guid id, out var used, 'D') || used != 36 || !Time(time))
        {
            return false;
        }

        Type = RecordTypeNames.Parse(type);
        Transaction = id;
        Caller = Optional(",\"caller\":\""u8);
        Counterparty = Optional(",\"counterparty\":\""u8);
        Purpose = Optional(",\"purpose\":\""u8);
        _ = Optional(",\"ground\":\""u8);
        _ = Optional(",\"by\":\""u8);
        Outcome = Optional(",\"outcome\":\""u8);
        _ = Optional(",\"code\":\""u8);
        if (!Number(",\"status\":"u8) || !RuleList())
        {
            return false;
        }

        _ = Optional(",\"profile\":\""u8);
        _ = Optional(",\"law-date\":\""u8);
        _ = Optional(",\"covenant\":\""u8);
        _ = Optional(",\"policy-digest\":\""u8);
        _ = Optional(",\"body-digest\":\""u8);
        _ = Optional(",\"trace\":\""u8);
        Emergency = Skip(",\"emergency\":true"u8);
        return Type != RecordType.None && Number(",\"count\":"u8);
    }

    private bool RuleList()
    {
        if (!Skip(",\"rules\":["u8))
        {
            return true;
        }

        var begin = _rest;
        for (var first = true; !_rest.StartsWith("]"u8); first = false)
        {
            if (!Text(first ? "\""u8 : ",\""u8, out _))
            {
                return false;
            }
        }

        Rules = begin[..^_rest.Length];
        return Skip("]"u8);
    }

    // 2026-03-04T12:00:00.0000000Z
    private bool Time(ReadOnlySpan<byte> text)
    {
        if (text.Length != 28 || text[27] != 'Z' || !Utf8Parser.TryParse(text, out DateTimeOffset time, out var used, 'O') || used != 28)
        {
            return false;
        }

        UnixMilliseconds = time.ToUnixTimeMilliseconds();
        return true;
    }

    private bool Number(ReadOnlySpan<byte> name)
    {
        if (!Skip(name))
        {
            return true;
        }

        if (_rest is not [>= (byte)'1' and <= (byte)'9', ..] || !Utf8Parser.TryParse(_rest, out int _, out var used))
        {
            return false;
        }

        _rest = _rest[used..];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Optional(ReadOnlySpan<byte> opening) => Text(opening, out var value) ? value : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Text(ReadOnlySpan<byte> opening, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!_rest.StartsWith(opening))
        {
            return false;
        }

        var end = _rest[opening.Length..].IndexOf((byte)'"');
        if (end < 0)
        {
            return false;
        }

        value = _rest.Slice(opening.Length, end);
        _rest = _rest[(opening.Length + end + 1)..];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Skip(ReadOnlySpan<byte> text)
    {
        if (!_rest.StartsWith(text))
        {
            return false;
        }

        _rest = _rest[text.Length..];
        return true;
    }
}
