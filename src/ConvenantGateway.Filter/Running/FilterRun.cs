using System.Runtime.CompilerServices;

namespace ConvenantGateway.Filter;

/// <summary>One pass over one resource. Lives on the stack.</summary>
internal ref partial struct FilterRun
{
    private readonly ResourceFilter _filter;
    private readonly ReadOnlySpan<byte> _input;
    private readonly FilterScope _scope;
    private readonly uint _fulfilled;
    private readonly CutCounts _cuts;
    private JsonCursor _cursor;
    private Output _output;
    private bool _countsCuts = true;
    private bool _isCut;
    private bool _inRootMeta;
    private bool _wasSubsetted;
    private int _metaEnd = -1;
    private int _tagEnd = -1;
    private uint _lostModifier;
    private bool _hasWrongForm;

    /// <summary>Prepares a pass.</summary>
    /// <param name="filter">The compiled types.</param>
    /// <param name="input">The resource; valid UTF-8.</param>
    /// <param name="scope">What may stay.</param>
    /// <param name="into">Where it goes.</param>
    public FilterRun(ResourceFilter filter, ReadOnlySpan<byte> input, in FilterScope scope, FilterBuffer into)
    {
        _filter = filter;
        _input = input;
        _scope = scope;
        _fulfilled = Requirement.Fulfilled(scope);
        _cuts = into.Cuts;
        into.Keys.Count = 0;
        _cursor = new JsonCursor(input, into.Keys);
        _output = new Output(input, into);
    }

    /// <summary>Makes the pass.</summary>
    public FilterPass Run()
    {
        _cuts.Begin(null);
        _cursor.SkipWhite();
        if (_cursor.Peek != (byte)'{')
        {
            return _cursor.Peek == 0 || !ReadToEnd() ? Refused() : UnknownResource();
        }

        var type = TypeOf(_cursor.LookAhead());
        var shape = _filter.Find(type);
        if (shape is null || (shape.FollowsClass && !Allows(Requirement.ResourceClass)))
        {
            if (!ReadToEnd())
            {
                return Refused();
            }

            if (shape is not null)
            {
                _cuts.Whole(new WholeCut(shape.Name, _scope.ResourceClass - _scope.Released));
            }
            else if (R4Catalogue.Find(type) is { Form: TypeForm.Resource } unlisted)
            {
                _cuts.Whole(new WholeCut(unlisted.Name, default));
            }
            else
            {
                return UnknownResource();
            }

            return new FilterPass(0, 0, true, null);
        }

        return Walk(shape);
    }

    /// <summary>The <c>resourceType</c> of the object at the cursor, as it stands; empty if there is none, or if it is escaped.</summary>
    internal static ReadOnlySpan<byte> TypeOf(JsonCursor ahead)
    {
        if (!ahead.Open())
        {
            return [];
        }

        for (var isFirst = true; ahead.NextKey(isFirst); isFirst = false)
        {
            var isIt = !ahead.IsEscaped && ahead.Text.SequenceEqual("resourceType"u8);
            if (isIt)
            {
                return ahead.Peek == (byte)'"' && ahead.ReadText() && !ahead.IsEscaped ? ahead.Text : [];
            }

            if (!ahead.Skip())
            {
                return [];
            }
        }

        return [];
    }

    private FilterPass Walk(ResourceShape shape)
    {
        _cuts.Begin(shape);
        var kept = Object(shape.Inside, isRoot: true);
        if (kept == Kept.Refused || !_cursor.IsAtEnd())
        {
            _output.End(stays: false);
            return Refused();
        }

        if (kept == Kept.No)
        {
            _output.End(stays: false);
            _cuts.Whole(new WholeCut(shape.Name, Requirement.Categories(_lostModifier)));
            return new FilterPass(0, 0, true, null);
        }

        if (_scope.MarkSubsetted && (_isCut || _wasSubsetted))
        {
            MarkSubsetted();
        }

        var length = _output.End(stays: true);
        if (_output.IsFull)
        {
            _output.End(stays: false);
            return Refused();
        }

        return new FilterPass(_output.Start, length, _isCut, null);
    }

    private bool ReadToEnd() => _cursor.Skip() && _cursor.IsAtEnd();

    private void Cut(int id)
    {
        _isCut = true;
        if (_countsCuts)
        {
            _cuts.Add(id);
        }
    }

    private readonly bool Allows(uint required) => (required & ~_fulfilled) == 0;

    private static FilterPass UnknownResource() =>
        new(0, 0, false, new FilterRefusal(FilterErrorCodes.UnknownResource, "no `resourceType` that R4 has", 0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept WrongForm()
    {
        _hasWrongForm = true;
        return Kept.Refused;
    }

    /// <summary>The refusal of what a cursor found.</summary>
    internal static FilterRefusal RefusalOf(in JsonCursor cursor)
    {
        var (code, message) = cursor.Fault switch
        {
            JsonFault.NotText => (FilterErrorCodes.NotText, "an escaped surrogate has no pair"),
            JsonFault.DuplicateKey => (FilterErrorCodes.DuplicateKey, "an object has the same key twice"),
            JsonFault.TooDeep => (FilterErrorCodes.TooDeep, "more than 64 levels"),
            _ => (FilterErrorCodes.Malformed, "not JSON as FHIR writes it"),
        };
        return new FilterRefusal(code, message, cursor.At);
    }

    private FilterPass Refused()
    {
        _cuts.Begin(null);
        var refusal = _cursor.Fault != JsonFault.None ? RefusalOf(_cursor)
            : _hasWrongForm ? new FilterRefusal(FilterErrorCodes.WrongForm, "an element has another form than R4 gives it", _cursor.At)
            : _output.IsFull ? new FilterRefusal(FilterErrorCodes.TooLarge, "what would be left is larger than the buffer may be", _cursor.At)
            : new FilterRefusal(FilterErrorCodes.Malformed, "nothing to read", _cursor.At);
        return new FilterPass(0, 0, false, refusal);
    }
}
