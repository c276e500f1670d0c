using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvenantGateway.Filter;

/// <summary>Strings.</summary>
internal ref partial struct JsonCursor
{
    private const int Block = 64;

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
    /// <remarks>64 bytes are looked at together and remembered: then the next string does not wait for the last.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Special(int at)
    {
        var offset = at - _block;
        if ((uint)offset < Block && _specials >> offset is var left and not 0)
        {
            return at + BitOperations.TrailingZeroCount(left);
        }

        return SpecialBeyond(at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int SpecialBeyond(int at)
    {
        at = (uint)(at - _block) < Block ? _block + Block : at;
        ref var first = ref MemoryMarshal.GetReference(_input);

        // INVARIANT (bounds): a block is read only where that many bytes are left.
        while (_input.Length - at >= Block)
        {
            (_block, _specials) = (at, Specials(ref first, at) | ((ulong)Specials(ref first, at + Vector256<byte>.Count) << Vector256<byte>.Count));
            if (_specials != 0)
            {
                return at + BitOperations.TrailingZeroCount(_specials);
            }

            at += Block;
        }

        while (at < _input.Length && _input[at] is not ((byte)'"' or (byte)'\\' or < 0x20))
        {
            at++;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Specials(ref byte first, int at)
    {
        var bytes = Vector256.LoadUnsafe(ref first, (nuint)(uint)at);
        return (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\\')) | Vector256.LessThan(bytes, Vector256.Create((byte)0x20))).ExtractMostSignificantBits();
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
