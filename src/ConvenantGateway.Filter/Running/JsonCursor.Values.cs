namespace ConvenantGateway.Filter;

/// <summary>Numbers and literals.</summary>
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
