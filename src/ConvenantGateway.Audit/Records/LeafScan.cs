using System.Buffers.Text;

namespace ConvenantGateway.Audit;

/// <summary>
/// Reads the parts of a leaf that a verifier compares, without allocating, from bytes that are exactly as <see cref="LeafFormat"/> writes them. Whatever is written otherwise, and any escaped character, is for
/// <see cref="LeafReader"/>: a scan that fails says nothing. Valid as long as the bytes are.
/// </summary>
public ref struct LeafScan
{
    private ReadOnlySpan<byte> _rest;

    private LeafScan(ReadOnlySpan<byte> leaf) => _rest = leaf;

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

    /// <summary>Scans up to the views; false for anything that is not written as expected.</summary>
    /// <param name="leaf">The stored bytes.</param>
    /// <param name="scan">The parts; read the views with <see cref="NextView"/>.</param>
    public static bool TryBegin(ReadOnlySpan<byte> leaf, out LeafScan scan)
    {
        scan = new LeafScan(leaf);
        return !leaf.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !leaf.Contains((byte)'\\') && scan.Head();
    }

    /// <summary>The next view.</summary>
    /// <param name="viewer">The viewer.</param>
    /// <param name="ciphertext">The digest, lower-case hex.</param>
    /// <returns>False at the end: then <see cref="IsComplete"/> says whether the leaf ended as it should.</returns>
    public bool NextView(out ReadOnlySpan<byte> viewer, out ReadOnlySpan<byte> ciphertext)
    {
        ciphertext = default;
        if (!Text("{\"viewer\":\""u8, out viewer) || !Text(",\"ciphertext\":\""u8, out ciphertext) || !Skip(",\"commitments\":["u8))
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

        _ = Skip(","u8);
        return true;
    }

    /// <summary>True if the whole leaf was read, to its last byte.</summary>
    public readonly bool IsComplete => _rest.SequenceEqual("]}"u8) || _rest.SequenceEqual("}"u8);

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
        return Type != RecordType.None && Number(",\"count\":"u8) && (Skip(",\"views\":["u8) || _rest.SequenceEqual("}"u8));
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

    private ReadOnlySpan<byte> Optional(ReadOnlySpan<byte> opening) => Text(opening, out var value) ? value : default;

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
