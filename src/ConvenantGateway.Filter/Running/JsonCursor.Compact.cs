using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>The straight road over what is passed over: compact JSON, in one loop with everything in registers.</summary>
internal ref partial struct JsonCursor
{
    /// <summary>
    /// Passes the object or array at the cursor with all that is in it, as strictly as the plain way. False without a fault where something wants a closer look: white space, an escape in a name, a name that may
    /// stand twice, too many names. Then nothing has moved, and it is not tried again, or each level would be walked anew.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool PassCompact()
    {
        var input = _input;
        var keys = _keys;
        var (begin, depth, before) = (At, _depth, keys.Count);
        var at = begin;
        var objects = 0UL;
        var mark = before;
    Value:
        switch (Byte(at))
        {
            case (byte)'"':
                var close = Special(at + 1);
                if (close < input.Length && input[close] == (byte)'"')
                {
                    at = close + 1;
                    goto Behind;
                }

                At = at;
                if (!ReadText())
                {
                    Fail(JsonFault.Malformed);
                    goto Wrong;
                }

                at = At;
                goto Behind;
            case (byte)'{':
                if (++depth > ResourceFilter.MaxDepth)
                {
                    break;
                }

                objects = (objects << 1) | 1;
                mark = keys.Open(mark);
                at++;
                if (Byte(at) == (byte)'}')
                {
                    goto Close;
                }

                goto Name;
            case (byte)'[':
                if (++depth > ResourceFilter.MaxDepth)
                {
                    break;
                }

                objects <<= 1;
                at++;
                if (Byte(at) == (byte)']')
                {
                    goto Close;
                }

                goto Value;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                At = at;
                if (!ReadNumber())
                {
                    goto Wrong;
                }

                at = At;
                goto Behind;
            case (byte)'t' or (byte)'f' or (byte)'n':
                At = at;
                if (!(input[at] == (byte)'n' ? ReadNull() : ReadBoolean()))
                {
                    goto Wrong;
                }

                at = At;
                goto Behind;
        }

        goto Loose;
    Name:
        if (Byte(at) != (byte)'"')
        {
            goto Loose;
        }

        var end = Special(at + 1);
        if (end + 1 >= input.Length || input[end] != (byte)'"' || input[end + 1] != (byte)':' || (!_trustsKeys && !keys.TryAdd(mark, NameKey.Of(input[(at + 1)..end]).Hash)))
        {
            goto Loose;
        }

        at = end + 2;
        goto Value;
    Behind:
        if (depth == _depth)
        {
            At = at;
            return true;
        }

        var next = Byte(at);
        if (next == (byte)',')
        {
            at++;
            if ((objects & 1) != 0)
            {
                goto Name;
            }

            goto Value;
        }

        if (next != ((objects & 1) != 0 ? (byte)'}' : (byte)']'))
        {
            goto Loose;
        }

    Close:
        at++;
        depth--;
        if ((objects & 1) != 0)
        {
            mark = keys.Close(mark);
        }

        objects >>= 1;
        goto Behind;
    Loose:
        At = begin;
    Wrong:
        keys.Count = before;
        return false;
    }
}
