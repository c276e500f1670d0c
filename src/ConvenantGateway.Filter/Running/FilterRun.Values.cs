using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>Deciding on values.</summary>
internal ref partial struct FilterRun
{
    /// <summary>Decides on the value that was just read; leaves the reader at its end.</summary>
    private Kept Value(ElementShape element) => element.Form switch
    {
        ElementForm.Primitive when Allows(element.Required) => Primitive(element),
        ElementForm.Primitive => Withhold(element),
        ElementForm.ResourceType => Text(),
        ElementForm.Contained => Contained(element),
        _ => Complex(element),
    };

    private Kept Primitive(ElementShape element)
    {
        var token = _reader.TokenType == JsonTokenType.False ? JsonTokenType.True : _reader.TokenType;
        if (token != element.Token)
        {
            return Refuse(FilterErrorCodes.WrongForm, "an element has another form than R4 gives it");
        }

        _output.Copy((int)_reader.TokenStartIndex, (int)_reader.BytesConsumed);
        return Kept.Yes;
    }

    private Kept Withhold(ElementShape element)
    {
        Cut(element.CutId);
        _reader.Skip();
        return Kept.No;
    }

    private Kept Text()
    {
        _output.Copy((int)_reader.TokenStartIndex, (int)_reader.BytesConsumed);
        return Kept.Yes;
    }

    private Kept Complex(ElementShape element)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Refuse(FilterErrorCodes.WrongForm, "an element has another form than R4 gives it");
        }

        var (required, isUniform, inside, cut) = (element.Required, element.IsUniform, element.Inside, element.CutId);
        foreach (var slice in element.Slices)
        {
            if (Matches(slice))
            {
                if (slice.IsSubsetted)
                {
                    _wasSubsetted |= _inRootMeta;
                    _reader.Skip();
                    return Kept.No;
                }

                (required, isUniform, inside, cut) = (slice.Required, slice.IsUniform, slice.Inside, slice.CutId);
                break;
            }
        }

        if (inside is null || (isUniform && element.Form != ElementForm.Sibling && !Allows(required)))
        {
            Cut(cut);
            _reader.Skip();
            return Kept.No;
        }

        if (element.Form == ElementForm.Reference && !IsReleased())
        {
            Cut(cut);
            _reader.Skip();
            return Kept.No;
        }

        return Object(inside, isRoot: false);
    }

    // The methods below copy the reader. They are kept out of line: a frame with such a copy is cleared on every call, also where nothing is copied.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool Matches(SliceShape slice) => LookAhead.Matches(_reader, slice.Conditions);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsReleased() => LookAhead.IsReleased(_reader, _scope.References, _releasesContained && _hasContained);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept Contained(ElementShape element)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Refuse(FilterErrorCodes.WrongForm, "an element has another form than R4 gives it");
        }

        var type = _reader;
        var shape = LookAhead.Find(ref type, "resourceType"u8) && !type.ValueIsEscaped ? _filter.Find(type.ValueSpan) : null;
        if (!_releasesContained || shape is null || (shape.FollowsClass && !Allows(Requirement.ResourceClass)))
        {
            return Lose(element);
        }

        // Its cuts are counted under the contained element: its own numbers belong to another list.
        var counts = _countsCuts;
        _countsCuts = false;
        var wasCut = _isCut;
        _isCut = false;
        var kept = Object(shape.Inside, isRoot: false);
        _countsCuts = counts;
        if (kept == Kept.No)
        {
            LostContained |= _releasesContained;
        }

        if (_isCut)
        {
            Cut(element.CutId);
        }

        _isCut |= wasCut;
        return kept;
    }

    private Kept Lose(ElementShape element)
    {
        LostContained |= _releasesContained;
        Cut(element.CutId);
        _reader.Skip();
        return Kept.No;
    }
}
