using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvenantGateway.Filter;

/// <summary>Strings.</summary>
internal ref partial struct JsonCursor
{
    /// <summary>Reads the string whose quote is at the cursor, and passes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadText()
    {
        var start = At + 1;
        var at = Special(start);
        if ((uint)at < (uint)_input.Length && _input[at] == (byte)'"')
        {
            (TextStart, TextEnd, IsEscaped, At) = (start, at, false, at + 1);
            return true;
        }

        return ReadEscapedText(start, at);
    }

    /// <summary>The position of the first quote, backslash or control character; the length of the input if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Special(int at)
    {
        // INVARIANT (bounds): a vector is read only where that many bytes are left.
        ref var first = ref MemoryMarshal.GetReference(_input);
        while (_input.Length - at >= Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)(uint)at);
            var special = Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)0x20));
            var bits = special.ExtractMostSignificantBits();
            if (bits != 0)
            {
                return at + BitOperations.TrailingZeroCount(bits);
            }

            at += Vector256<byte>.Count;
        }

        while (at < _input.Length && _input[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadEscapedText(int start, int at)
    {
        while (at < _input.Length)
        {
            if (_input[at] == (byte)'"')
            {
                (TextStart, TextEnd, IsEscaped, At) = (start, at, true, at + 1);
                return true;
            }

            if (_input[at] != (byte)'\\')
            {
                break;
            }

            var length = EscapeLength(at);
            if (length == 0)
            {
                At = at;
                return false;
            }

            at = Special(at + length);
        }

        At = at;
        return Fail(JsonFault.Malformed);
    }

    /// <summary>The length of the escape at a position; both halves of a surrogate pair count as one; 0 with a fault for what is no escape.</summary>
    private int EscapeLength(int at)
    {
        var kind = at + 1 < _input.Length ? _input[at + 1] : (byte)0;
        if (kind is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            return 2;
        }

        var unit = Unit(at);
        switch (unit)
        {
            case < 0:
                Fail(JsonFault.Malformed);
                return 0;
            case < 0xD800 or > 0xDFFF:
                return 6;
            case < 0xDC00 when Unit(at + 6) is >= 0xDC00 and <= 0xDFFF:
                return 12;
            default:
                Fail(JsonFault.NotText);
                return 0;
        }
    }

    /// <summary>The UTF-16 unit of a <c>\uXXXX</c> at a position, or -1.</summary>
    private readonly int Unit(int at)
    {
        if (_input.Length - at < 6 || _input[at] != (byte)'\\' || _input[at + 1] != (byte)'u')
        {
            return -1;
        }

        var unit = 0;
        foreach (var digit in _input.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }

            unit = (unit << 4) | ((digit & 0xF) + (digit >= (byte)'A' ? 9 : 0));
        }

        return unit;
    }
}
