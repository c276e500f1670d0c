using System.Buffers;
using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>A repeating primitive and its <c>_x</c> sibling, where an extension of it is listed: two arrays that must stay aligned. The rare case; written plainly.</summary>
internal ref partial struct FilterRun
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept PairOfArrays(ElementShape first, bool any)
    {
        var pair = first.Pair!;
        var here = _cursor;
        var hasOther = FindOther(pair, out var other);
        if (here.Peek != (byte)'[' || (hasOther && other.Peek != (byte)'['))
        {
            return NotThisForm();
        }

        var (mine, its) = (Length(here), hasOther ? Length(other) : 0);
        if (mine < 0 || its < 0)
        {
            return Malformed();
        }

        var isValues = first.Form != ElementForm.Sibling;
        var (value, sibling) = isValues ? (first, pair) : (pair, first);
        var values = isValues ? here : other;
        var siblings = isValues ? other : here;
        var (hasValues, hasSiblings) = (isValues || hasOther, !isValues || hasOther);
        var capacity = Math.Max(mine, its);
        var stays = ArrayPool<bool>.Shared.Rent(Math.Max(1, 2 * capacity));
        Array.Clear(stays);
        try
        {
            var mayValue = Allows(value.Required) && value.Form == ElementForm.Primitive;
            if (hasValues && !mayValue)
            {
                Cut(value.CutId);
            }

            var valuesStay = stays.AsSpan(0, capacity);
            var siblingsStay = stays.AsSpan(capacity, capacity);
            if (!Weigh(values, hasValues && mayValue, value, valuesStay) || !Weigh(siblings, hasSiblings, sibling, siblingsStay))
            {
                return Kept.Refused;
            }

            var wrote = WriteAligned(values, value, valuesStay, siblingsStay, any);
            wrote |= WriteAligned(siblings, sibling, siblingsStay, valuesStay, any || wrote);
            _cursor = here;
            return !_cursor.Skip() ? Kept.Refused : wrote ? Kept.Yes : Kept.No;
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(stays);
        }
    }

    /// <summary>Puts a cursor at the value of a property that stands later in the same object; false if there is none.</summary>
    private readonly bool FindOther(ElementShape pair, out JsonCursor other)
    {
        other = _cursor.LookAhead();
        if (!other.Skip())
        {
            return false;
        }

        while (other.NextKey(isFirst: false))
        {
            if (!other.IsEscaped && other.Text.SequenceEqual(pair.Name))
            {
                return true;
            }

            if (!other.Skip())
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The number of items; -1 for what is not JSON.</summary>
    private static int Length(JsonCursor array)
    {
        var ahead = array.LookAhead();
        if (!ahead.Open())
        {
            return -1;
        }

        var length = 0;
        for (; ahead.NextElement(length == 0); length++)
        {
            if (!ahead.Skip())
            {
                return -1;
            }
        }

        return ahead.Fault == JsonFault.None ? length : -1;
    }

    /// <summary>Finds which items stay; false if one is refused.</summary>
    private bool Weigh(JsonCursor array, bool isThere, ElementShape element, Span<bool> stays)
    {
        if (!isThere)
        {
            return true;
        }

        _cursor = array;
        _cursor.Open();
        for (var i = 0; _cursor.NextElement(i == 0); i++)
        {
            if (_cursor.Peek == (byte)'n')
            {
                if (!_cursor.ReadNull())
                {
                    return false;
                }

                continue;
            }

            var mark = _output.Mark();
            var kept = Value(element);
            _output.Rollback(mark);
            if (kept == Kept.Refused)
            {
                return false;
            }

            stays[i] = kept == Kept.Yes;
        }

        return _cursor.Fault == JsonFault.None;
    }

    private bool WriteAligned(JsonCursor array, ElementShape element, Span<bool> stays, Span<bool> otherStays, bool any)
    {
        if (!stays.Contains(true))
        {
            return false;
        }

        var counts = _countsCuts;
        _countsCuts = false;
        _output.Literal(any ? ",\""u8 : "\""u8);
        _output.Literal(element.Name);
        _output.Literal("\":["u8);
        _cursor = array;
        _cursor.Open();
        var isFirst = true;
        var isInside = true;
        for (var i = 0; i < stays.Length; i++)
        {
            isInside = isInside && _cursor.NextElement(i == 0);
            if (stays[i] || otherStays[i])
            {
                _output.Literal(isFirst ? ""u8 : ","u8);
                isFirst = false;
            }

            if (stays[i])
            {
                _ = Value(element);
                continue;
            }

            if (otherStays[i])
            {
                _output.Literal("null"u8);
            }

            if (isInside)
            {
                _ = _cursor.Skip();
            }
        }

        _output.Literal("]"u8);
        _countsCuts = counts;
        return true;
    }
}
