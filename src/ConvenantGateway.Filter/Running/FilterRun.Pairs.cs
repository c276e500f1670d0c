using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>A repeating primitive and its <c>_x</c> sibling, where an extension of it is listed: two arrays that must stay aligned. The rare case; written plainly.</summary>
internal ref partial struct FilterRun
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept PairOfArrays(ElementShape first, bool any)
    {
        var other = _reader;
        other.Read();
        other.Skip();
        var hasOther = false;
        while (!hasOther && other.Read() && other.TokenType == JsonTokenType.PropertyName)
        {
            hasOther = !other.ValueIsEscaped && other.ValueSpan.SequenceEqual(first.Pair!.Name);
            other.Read();
            if (!hasOther)
            {
                other.Skip();
            }
        }

        _reader.Read();
        var here = _reader;
        var isValues = first.Form != ElementForm.Sibling;
        var (value, sibling) = isValues ? (first, first.Pair!) : (first.Pair!, first);
        var (hasValues, hasSiblings) = (isValues || hasOther, !isValues || hasOther);
        var values = isValues ? here : other;
        var siblings = isValues ? other : here;
        if ((hasValues && values.TokenType != JsonTokenType.StartArray) || (hasSiblings && siblings.TokenType != JsonTokenType.StartArray))
        {
            return Refuse(FilterErrorCodes.WrongForm, "an element that repeats must be an array");
        }

        var capacity = Math.Max(hasValues ? Length(values) : 0, hasSiblings ? Length(siblings) : 0);
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
            _reader = here;
            _reader.Skip();
            return wrote ? Kept.Yes : Kept.No;
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(stays);
        }
    }

    private static int Length(Utf8JsonReader array)
    {
        var length = 0;
        while (array.Read() && array.TokenType != JsonTokenType.EndArray)
        {
            length++;
            array.Skip();
        }

        return length;
    }

    /// <summary>Finds which items stay; false if one is refused.</summary>
    private bool Weigh(Utf8JsonReader array, bool isThere, ElementShape element, Span<bool> stays)
    {
        if (!isThere)
        {
            return true;
        }

        _reader = array;
        for (var i = 0; _reader.Read() && _reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (_reader.TokenType == JsonTokenType.Null)
            {
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

        return true;
    }

    private bool WriteAligned(Utf8JsonReader array, ElementShape element, Span<bool> stays, Span<bool> otherStays, bool any)
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
        _reader = array;
        var isFirst = true;
        for (var i = 0; i < stays.Length; i++)
        {
            var hasItem = _reader.TokenType != JsonTokenType.EndArray && _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;
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

            if (hasItem)
            {
                _reader.Skip();
            }
        }

        _output.Literal("]"u8);
        _countsCuts = counts;
        return true;
    }
}
