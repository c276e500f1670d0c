using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>Values that are passed over, checked as strictly as what stays.</summary>
internal ref partial struct JsonCursor
{
    /// <summary>A closing quote and a colon, as compact JSON has them.</summary>
    public const ushort QuoteColon = '"' | (':' << 8);

    /// <summary>Passes one value of any kind, with all that is in it.</summary>
    public bool Skip()
    {
        switch (Peek)
        {
            case (byte)'"':
                return ReadText() || Fail(JsonFault.Malformed);
            case (byte)'{' or (byte)'[':
                return (!_isLoose && PassCompact()) || (Fault == JsonFault.None && SkipLoosely());
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

    private bool SkipLoosely()
    {
        _isLoose = true;
        return Peek == (byte)'{' ? SkipObject() : SkipArray();
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
}
