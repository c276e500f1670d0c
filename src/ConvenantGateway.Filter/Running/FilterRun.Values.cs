using System.Runtime.CompilerServices;
using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>Deciding on values.</summary>
internal ref partial struct FilterRun
{
    /// <summary>Decides on the value at the cursor; leaves the cursor behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Kept Value(ElementShape element) => element.Form switch
    {
        ElementForm.Primitive or ElementForm.Target when Allows(element.Required) => Primitive(element.Token),
        ElementForm.Primitive or ElementForm.Target => Withhold(element.CutId),
        ElementForm.ResourceType => Primitive(TypeForm.Text),
        _ => Complex(element),
    };

    private Kept Primitive(TypeForm form)
    {
        var start = _cursor.At;
        var first = _cursor.Peek;
        var isRead = form switch
        {
            TypeForm.Text => first == (byte)'"' && _cursor.ReadText(),
            TypeForm.Number => first is (byte)'-' or (>= (byte)'0' and <= (byte)'9') && _cursor.ReadNumber(),
            _ => first is (byte)'t' or (byte)'f' && _cursor.ReadBoolean(),
        };
        if (!isRead)
        {
            return NotThisForm();
        }

        _output.Copy(start, _cursor.At);
        return Kept.Yes;
    }

    /// <summary>A value of another form: first it must be JSON at all.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept NotThisForm() => _cursor.Fault == JsonFault.None && _cursor.LookAhead() is var ahead && ahead.Skip() ? WrongForm() : Malformed();

    private Kept Malformed()
    {
        _cursor.Fail(JsonFault.Malformed);
        return Kept.Refused;
    }

    private Kept Withhold(int cut)
    {
        Cut(cut);
        return _cursor.Skip() ? Kept.No : Kept.Refused;
    }

    private Kept Complex(ElementShape element)
    {
        if (_cursor.Peek != (byte)'{')
        {
            return NotThisForm();
        }

        var (required, isUniform, inside, cut) = (element.Required, element.IsUniform, element.Inside, element.CutId);
        if (!element.Slices.IsEmpty && SliceOf(element) is { } slice)
        {
            if (slice.IsSubsetted)
            {
                _wasSubsetted |= _inRootMeta;
                return _cursor.Skip() ? Kept.No : Kept.Refused;
            }

            (required, isUniform, inside, cut) = (slice.Required, slice.IsUniform, slice.Inside, slice.CutId);
        }
        else if (element.SubjectInside is not null && !Allows(required) && Allows(element.SubjectRequired) && IsSubject(_cursor.LookAhead()))
        {
            (required, inside) = (element.SubjectRequired, element.SubjectInside);
        }

        if (inside is null || (isUniform && element.Form != ElementForm.Sibling && !Allows(required)))
        {
            return Withhold(cut);
        }

        var (mark, start) = (_cuts.Count, _cursor.At);
        var kept = Object(inside, isRoot: false);
        if (kept != Kept.Target)
        {
            return kept;
        }

        // What was cut inside is not told apart: the Reference went as one, but for a number or name that has a line of its own.
        _cuts.GoBack(mark);
        Cut(cut);
        if (inside.WithoutTarget is not { } left)
        {
            return Kept.No;
        }

        var counts = _countsCuts;
        _countsCuts = false;
        _cursor.At = start;
        kept = Object(left, isRoot: false);
        _countsCuts = counts;
        return kept;
    }

    // The methods below are kept out of line: a frame with a copy of the cursor is cleared on every call, also where nothing is copied.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly SliceShape? SliceOf(ElementShape element)
    {
        var ahead = _cursor.LookAhead();
        return element.Slices.Find(ref ahead);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsReleased(JsonCursor target)
    {
        if (target.Peek != (byte)'"' || !target.ReadText())
        {
            // A `reference` that is no text is refused by the walk.
            return true;
        }

        if (_scope.References is not { } references)
        {
            return false;
        }

        var text = target.IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Read(target.Text, isEscaped: true)) : target.Text;

        // INVARIANT (contained): what a resource contains never leaves, so nothing may point to it.
        return text is not [(byte)'#', ..] && references.IsReleased(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsSubject(JsonCursor reference)
    {
        if (_scope.References is not { } references || !reference.Open())
        {
            return false;
        }

        for (var isFirst = true; reference.NextKey(isFirst); isFirst = false)
        {
            if (!reference.IsEscaped && reference.Text.SequenceEqual("reference"u8))
            {
                return reference.Peek == (byte)'"' && reference.ReadText() && !reference.IsEscaped && references.IsSubject(reference.Text);
            }

            if (!reference.Skip())
            {
                return false;
            }
        }

        return false;
    }
}
