using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>Walking objects.</summary>
internal ref partial struct FilterRun
{
    /// <summary>Walks the object whose start was just read; leaves the reader at its end.</summary>
    private Kept Object(ObjectShape shape, bool isRoot)
    {
        var start = _output.Mark();
        _output.Structure((int)_reader.TokenStartIndex, (byte)'{');
        var room = default(SeenWords);
        Span<ulong> seen = shape.SeenWords <= SeenWords.Length ? room : new ulong[shape.SeenWords];
        HashSet<string>? unknown = null;
        HashSet<ElementShape>? paired = null;
        ulong cutMasks = 0;
        ulong keptMasks = 0;
        var any = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var element = _reader.ValueIsEscaped ? null : shape.Find(_reader.ValueSpan);
            if (element is null)
            {
                if (!IsNewUnknown(ref unknown))
                {
                    return Refuse(FilterErrorCodes.DuplicateKey, "an object has the same key twice");
                }

                Cut(shape.UnknownId);
                SkipValue();
                continue;
            }

            ref var word = ref seen[element.Index >> 6];
            var bit = 1UL << (element.Index & 63);
            if ((word & bit) != 0)
            {
                return Refuse(FilterErrorCodes.DuplicateKey, "an object has the same key twice");
            }

            word |= bit;
            if (element is { Pair: not null, IsArray: true } && (paired ??= []).Contains(element.Pair))
            {
                // Written together with its sibling.
                SkipValue();
                continue;
            }

            if (element is { Pair: not null, IsArray: true, Form: not ElementForm.Cut })
            {
                paired!.Add(element);
            }

            var kept = Property(element, any, isRoot);
            if (kept == Kept.Refused)
            {
                return Kept.Refused;
            }

            if (kept == Kept.Yes)
            {
                any = true;
                keptMasks |= element.Mask >= 0 ? 1UL << element.Mask : 0;
                continue;
            }

            if (element.IsModifier)
            {
                // INVARIANT (modifiers): what a modifier changes never leaves without it.
                _lostModifier = element.Required;
                _output.Rollback(start);
                SkipRest();
                return Kept.No;
            }

            cutMasks |= element.Mask >= 0 ? 1UL << element.Mask : 0;
        }

        if (!any)
        {
            _output.Rollback(start);
            return Kept.No;
        }

        WriteMasks(shape, cutMasks & ~keptMasks);
        _output.Structure((int)_reader.TokenStartIndex, (byte)'}');
        return Kept.Yes;
    }

    /// <summary>Decides on one property whose name was just read, and writes it with its name and comma if it stays.</summary>
    private Kept Property(ElementShape element, bool any, bool isRoot)
    {
        if (element.Form == ElementForm.Cut || (element is { IsUniform: true, Pair: null, Slices.Length: 0 } && !Allows(element.Required)))
        {
            Cut(element.CutId);
            SkipValue();
            return Kept.No;
        }

        var mark = _output.Mark();
        var nameStart = (int)_reader.TokenStartIndex;
        var nameEnd = nameStart + element.Name.Length + 2;
        if (element.Pair is not null && element.IsArray)
        {
            return PairOfArrays(element, any);
        }

        _reader.Read();
        var isTight = _reader.TokenStartIndex == nameEnd + 1;
        if (isTight && any && _input[nameStart - 1] == (byte)',')
        {
            // Comma, name and colon in one piece, as compact JSON has them.
            _output.Copy(nameStart - 1, nameEnd + 1);
        }
        else
        {
            if (any)
            {
                _output.Structure(nameStart - 1, (byte)',');
            }

            _output.Copy(nameStart, nameEnd);
            _output.Structure(nameEnd, (byte)':');
        }

        if (element is { Form: ElementForm.Primitive, IsArray: false })
        {
            // Uniform and allowed, or it would have been cut above; the pair of a listed extension is weighed here.
            if (element.Pair is null || Allows(element.Required))
            {
                return Primitive(element);
            }

            Cut(element.CutId);
            _reader.Skip();
            _output.Rollback(mark);
            return Kept.No;
        }

        var isRootMeta = isRoot && element.Name.AsSpan().SequenceEqual("meta"u8);
        _inRootMeta |= isRootMeta;
        var kept = element.IsArray ? Items(element) : Value(element);
        if (kept == Kept.No)
        {
            _output.Rollback(mark);
        }
        else if (isRootMeta)
        {
            _output.Flush();
            _metaEnd = _output.Length - 1;
        }

        _inRootMeta &= !isRootMeta;
        return kept;
    }

    private Kept Items(ElementShape element)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return Refuse(FilterErrorCodes.WrongForm, "an element that repeats must be an array");
        }

        var isRootTag = _inRootMeta && element.Name.AsSpan().SequenceEqual("tag"u8);
        var start = _output.Mark();
        if (element.Form == ElementForm.Primitive && !Allows(element.Required))
        {
            Cut(element.CutId);
            _reader.Skip();
            return Kept.No;
        }

        _output.Structure((int)_reader.TokenStartIndex, (byte)'[');
        var any = false;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType == JsonTokenType.Null && element.Form is ElementForm.Primitive or ElementForm.Sibling)
            {
                // Nulls keep two arrays aligned; this array stands alone.
                continue;
            }

            var mark = _output.Mark();
            if (any)
            {
                _output.Structure((int)_reader.TokenStartIndex - 1, (byte)',');
            }

            var kept = Value(element);
            if (kept == Kept.Refused)
            {
                return Kept.Refused;
            }

            if (kept == Kept.Yes)
            {
                any = true;
            }
            else
            {
                _output.Rollback(mark);
            }
        }

        if (!any)
        {
            _output.Rollback(start);
            return Kept.No;
        }

        _output.Structure((int)_reader.TokenStartIndex, (byte)']');
        if (isRootTag)
        {
            _output.Flush();
            _tagEnd = _output.Length - 1;
        }

        return Kept.Yes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsNewUnknown(ref HashSet<string>? unknown) => (unknown ??= new HashSet<string>(StringComparer.Ordinal)).Add(_reader.GetString()!);

    private void WriteMasks(ObjectShape shape, ulong masks)
    {
        for (var i = 0; masks != 0; i++, masks >>= 1)
        {
            if ((masks & 1) != 0)
            {
                _output.Literal(","u8);
                _output.Literal(shape.Masks[i]);
            }
        }
    }

    /// <summary>Reads past the value of the property whose name was just read.</summary>
    private void SkipValue()
    {
        _reader.Read();
        _reader.Skip();
    }

    /// <summary>Reads past the rest of the object, to its end.</summary>
    private void SkipRest()
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            SkipValue();
        }
    }
}
