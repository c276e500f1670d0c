using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>Walking objects.</summary>
internal ref partial struct FilterRun
{
    /// <summary>Walks the object whose brace is at the cursor; leaves the cursor behind it.</summary>
    private Kept Object(ObjectShape shape, bool isRoot)
    {
        var start = _output.Mark();
        var open = _cursor.At;
        if (!_cursor.Open())
        {
            return Kept.Refused;
        }

        _output.Copy(open, open + 1);
        var room = default(SeenWords);
        Span<ulong> seen = shape.SeenWords <= SeenWords.Length ? room : new ulong[shape.SeenWords];
        var names = new NamesSeen(_cursor.KeyMark, open);
        var state = new ObjectState();
        ulong cutMasks = 0;
        var lost = Kept.Yes;
        while (NextProperty(shape, seen, ref state, out var element, out var key))
        {
            if (element is null ? !IsNew(ref names, key) : !IsNew(seen, element.Index))
            {
                return Kept.Refused;
            }

            if (lost != Kept.Yes || element is null)
            {
                if (lost == Kept.Yes)
                {
                    Cut(shape.UnknownId);
                }

                if (!_cursor.Skip())
                {
                    return Kept.Refused;
                }

                continue;
            }

            var kept = Property(element, seen, state.Any, isRoot);
            switch (kept)
            {
                case Kept.Yes:
                    state.Any = true;
                    state.KeptMasks |= element.MaskBit;
                    break;
                case Kept.No when element.IsModifier:
                    // INVARIANT (modifiers): what a modifier changes never leaves without it.
                    _lostModifier = element.Required;
                    lost = Kept.No;
                    break;
                case Kept.No:
                    cutMasks |= element.MaskBit;
                    break;
                case Kept.Target:
                    // INVARIANT (references): a Reference whose target is not released goes with all that is in it.
                    lost = Kept.Target;
                    break;
                case Kept.Passed:
                    break;
                default:
                    return Kept.Refused;
            }
        }

        if (_cursor.Fault != JsonFault.None)
        {
            return Kept.Refused;
        }

        _cursor.KeyMark = names.Mark;
        if (lost != Kept.Yes || !state.Any)
        {
            _output.Rollback(start);
            return lost == Kept.Target ? lost : Kept.No;
        }

        cutMasks &= ~state.KeptMasks;
        if ((cutMasks & shape.ModifierBits) != 0)
        {
            // Only the `_x` of a modifier was there, which says why it has no value, or what it means.
            _lostModifier = Requirement.Never;
            _output.Rollback(start);
            return Kept.No;
        }

        WriteMasks(shape, cutMasks);
        _output.Copy(_cursor.At - 1, _cursor.At);
        return Kept.Yes;
    }

    /// <summary>Decides on one property whose key was just read, and writes it with its name and comma if it stays.</summary>
    private Kept Property(ElementShape element, scoped Span<ulong> seen, bool any, bool isRoot)
    {
        if (element.Form == ElementForm.Target && !IsReleased(_cursor))
        {
            return _cursor.Skip() ? Kept.Target : Kept.Refused;
        }

        if (element is { Pair: { Form: not ElementForm.Cut } pair, IsArray: true } && (seen[pair.Index >> 6] & (1UL << (pair.Index & 63))) != 0)
        {
            // Written together with its sibling.
            return _cursor.Skip() ? Kept.Passed : Kept.Refused;
        }

        if (element.Form == ElementForm.Cut || (element.CutsAtOnce && !Allows(element.Required)))
        {
            Cut(element.CutId);
            return _cursor.Skip() ? Kept.No : Kept.Refused;
        }

        if (element is { Pair: not null, IsArray: true })
        {
            return PairOfArrays(element, any);
        }

        var mark = _output.Mark();
        WriteName(any);
        if (element is { Form: ElementForm.Primitive or ElementForm.Target, IsArray: false })
        {
            var primitive = Value(element);
            if (primitive == Kept.No)
            {
                _output.Rollback(mark);
            }

            return primitive;
        }

        var isRootMeta = isRoot && element.Place == ElementPlace.Meta;
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

    /// <summary>Writes the key that was just read, with its colon, and a comma before it if something stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteName(bool any)
    {
        var quote = _cursor.TextStart - 1;
        var end = _cursor.TextEnd + 1;
        if (_cursor.At == end + 1 && (!any || _cursor.CommaAt == quote - 1))
        {
            // Comma, name and colon in one piece, as compact JSON has them.
            _output.Copy(any ? quote - 1 : quote, end + 1);
            return;
        }

        if (any)
        {
            _output.Copy(_cursor.CommaAt, _cursor.CommaAt + 1);
        }

        _output.Copy(quote, end);
        _output.Literal((byte)':');
    }

    private Kept Items(ElementShape element)
    {
        if (_cursor.Peek != (byte)'[')
        {
            return WrongForm();
        }

        if (element.Form == ElementForm.Primitive && !Allows(element.Required))
        {
            Cut(element.CutId);
            return _cursor.Skip() ? Kept.No : Kept.Refused;
        }

        var isRootTag = _inRootMeta && element.Place == ElementPlace.Tag;
        var start = _output.Mark();
        _output.Copy(_cursor.At, _cursor.At + 1);
        if (!_cursor.Open())
        {
            return Kept.Refused;
        }

        var any = false;
        var isWhole = true;
        for (var isFirst = true; _cursor.NextElement(isFirst); isFirst = false)
        {
            if (_cursor.Peek == (byte)'n' && element.Form is ElementForm.Primitive or ElementForm.Sibling)
            {
                // Nulls keep two arrays aligned; this array stands alone.
                if (!_cursor.ReadNull())
                {
                    return Kept.Refused;
                }

                continue;
            }

            var mark = _output.Mark();
            if (any)
            {
                _output.Copy(_cursor.CommaAt, _cursor.CommaAt + 1);
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
                isWhole = false;
                _output.Rollback(mark);
            }
        }

        if (_cursor.Fault != JsonFault.None)
        {
            return Kept.Refused;
        }

        // INVARIANT (modifiers): one of several modifiers that is cut is a modifier that is cut.
        if (!any || (element.IsModifier && !isWhole))
        {
            _output.Rollback(start);
            return Kept.No;
        }

        _output.Copy(_cursor.At - 1, _cursor.At);
        if (isRootTag)
        {
            _output.Flush();
            _tagEnd = _output.Length - 1;
        }

        return Kept.Yes;
    }

    /// <summary>False, with the fault, if a listed name stands twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsNew(scoped Span<ulong> seen, int index)
    {
        ref var word = ref seen[index >> 6];
        var bit = 1UL << (index & 63);
        if ((word & bit) != 0)
        {
            return _cursor.Fail(JsonFault.DuplicateKey);
        }

        word |= bit;
        return true;
    }

    /// <summary>False, with the fault, if the name of an unknown or escaped key stands twice.</summary>
    private bool IsNew(ref NamesSeen names, ulong key)
    {
        if (!names.AreCompared && (_cursor.IsEscaped || !_cursor.TryAddKey(names.Mark, key)))
        {
            names = names with { AreCompared = true };
            return !_cursor.HasNameTwice(names.Open) || _cursor.Fail(JsonFault.DuplicateKey);
        }

        return true;
    }

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
}
