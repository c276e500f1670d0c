using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>Numbers and literals, and values that are passed over.</summary>
internal ref partial struct JsonCursor
{
    /// <summary>Passes a number: JSON's grammar, nothing more.</summary>
    public bool ReadNumber()
    {
        var at = At;
        if (Byte(at) == (byte)'-')
        {
            at++;
        }

        var first = at;
        at = Digits(at);
        if (at == first || (at > first + 1 && _input[first] == (byte)'0'))
        {
            return Fail(JsonFault.Malformed);
        }

        if (Byte(at) == (byte)'.')
        {
            var fraction = at + 1;
            at = Digits(fraction);
            if (at == fraction)
            {
                return Fail(JsonFault.Malformed);
            }
        }

        if (Byte(at) is (byte)'e' or (byte)'E')
        {
            at++;
            if (Byte(at) is (byte)'+' or (byte)'-')
            {
                at++;
            }

            var exponent = at;
            at = Digits(exponent);
            if (at == exponent)
            {
                return Fail(JsonFault.Malformed);
            }
        }

        At = at;
        return true;
    }

    /// <summary>Passes <c>true</c> or <c>false</c>.</summary>
    public bool ReadBoolean() => ReadLiteral("true"u8) || ReadLiteral("false"u8) || Fail(JsonFault.Malformed);

    /// <summary>Passes <c>null</c>.</summary>
    public bool ReadNull() => ReadLiteral("null"u8) || Fail(JsonFault.Malformed);

    /// <summary>Passes one value of any kind, with all that is in it.</summary>
    public bool Skip()
    {
        switch (Peek)
        {
            case (byte)'"':
                return ReadText() || Fail(JsonFault.Malformed);
            case (byte)'{':
                return SkipObject();
            case (byte)'[':
                return SkipArray();
            case (byte)'t' or (byte)'f':
                return ReadBoolean();
            case (byte)'n':
                return ReadNull();
            default:
                return ReadNumber();
        }
    }

    /// <summary>True if the object that opens at a position has a name twice, escapes undone. Slow and exact; each object needs it once at most.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly bool HasNameTwice(int open)
    {
        var ahead = LookAhead();
        ahead.At = open + 1;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var isFirst = true; ahead.NextKey(isFirst); isFirst = false)
        {
            if (!names.Add(JsonText.Read(ahead.Text, ahead.IsEscaped)))
            {
                return true;
            }

            if (!ahead.Skip())
            {
                // The walk meets the same fault.
                return false;
            }
        }

        return false;
    }

    private bool SkipObject()
    {
        var open = At;
        if (!Open())
        {
            return false;
        }

        var mark = _keys.Count;
        var isCompared = _trustsKeys;
        for (var isFirst = true; NextKey(isFirst); isFirst = false)
        {
            if (!isCompared && (IsEscaped || !_keys.TryAdd(mark, NameKey.Of(Text).Hash)))
            {
                isCompared = true;
                if (HasNameTwice(open))
                {
                    return Fail(JsonFault.DuplicateKey);
                }
            }

            if (!Skip())
            {
                return false;
            }
        }

        _keys.Count = mark;
        return Fault == JsonFault.None;
    }

    private bool SkipArray()
    {
        if (!Open())
        {
            return false;
        }

        for (var isFirst = true; NextElement(isFirst); isFirst = false)
        {
            if (!Skip())
            {
                return false;
            }
        }

        return Fault == JsonFault.None;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_input[At..].StartsWith(literal))
        {
            return false;
        }

        At += literal.Length;
        return true;
    }

    private readonly byte Byte(int at) => (uint)at < (uint)_input.Length ? _input[at] : (byte)0;

    private readonly int Digits(int at)
    {
        while ((uint)at < (uint)_input.Length && char.IsAsciiDigit((char)_input[at]))
        {
            at++;
        }

        return at;
    }
}
