using System.Runtime.CompilerServices;
using System.Text;

namespace ConvenantGateway.Filter;

/// <summary>One pass over one resource. Lives on the stack.</summary>
internal ref partial struct FilterRun
{
    private readonly ResourceFilter _filter;
    private readonly ReadOnlySpan<byte> _input;
    private readonly FilterScope _scope;
    private readonly uint _fulfilled;
    private readonly bool _releasesContained;
    private readonly CutCounts _cuts;
    private JsonCursor _cursor;
    private Output _output;
    private bool _countsCuts = true;
    private bool _isCut;
    private bool _hasContained;
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
    /// <param name="releasesContained">False: contained resources go, whatever the lines say.</param>
    public FilterRun(ResourceFilter filter, ReadOnlySpan<byte> input, in FilterScope scope, FilterBuffer into, bool releasesContained)
    {
        _filter = filter;
        _input = input;
        _scope = scope;
        _fulfilled = Requirement.Fulfilled(scope);
        _releasesContained = releasesContained;
        _cuts = into.Cuts;
        into.Keys.Count = 0;
        _cursor = new JsonCursor(input, into.Keys);
        _output = new Output(input, into);
    }

    /// <summary>True if a contained resource that may stay lost itself: references to it would dangle, so the pass is made again without any.</summary>
    public bool LostContained { get; private set; }

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

            if (shape is null && !IsInR4(type))
            {
                return UnknownResource();
            }

            _cuts.Whole(shape?.Whole(_scope.ResourceClass - _scope.Released) ?? new WithheldElement(Encoding.UTF8.GetString(type), default, 1));
            return new FilterPass(0, 0, true, null);
        }

        return Walk(shape);
    }

    /// <summary>The <c>resourceType</c> of the object at the cursor, as it stands; empty if there is none, or if it is escaped.</summary>
    private static ReadOnlySpan<byte> TypeOf(JsonCursor ahead)
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

    private static bool IsInR4(ReadOnlySpan<byte> type) =>
        type.Length is > 0 and <= 64 && R4Catalogue.Find(Encoding.UTF8.GetString(type)) is { Form: TypeForm.Resource };

    private FilterPass Walk(ResourceShape shape)
    {
        _cuts.Begin(shape);
        _hasContained = shape.ReleasesContained;
        var kept = Object(shape.Inside, isRoot: true);
        if (kept == Kept.Refused || !_cursor.IsAtEnd())
        {
            _output.End(stays: false);
            return Refused();
        }

        if (kept == Kept.No)
        {
            _output.End(stays: false);
            _cuts.Whole(shape.Whole(Requirement.Categories(_lostModifier)));
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

    private FilterPass Refused()
    {
        _cuts.Begin(null);
        var (code, message) = _cursor.Fault switch
        {
            JsonFault.Malformed => (FilterErrorCodes.Malformed, "not JSON as FHIR writes it"),
            JsonFault.NotText => (FilterErrorCodes.NotText, "an escaped surrogate has no pair"),
            JsonFault.DuplicateKey => (FilterErrorCodes.DuplicateKey, "an object has the same key twice"),
            JsonFault.TooDeep => (FilterErrorCodes.TooDeep, "more than 64 levels"),
            _ when _hasWrongForm => (FilterErrorCodes.WrongForm, "an element has another form than R4 gives it"),
            _ when _output.IsFull => (FilterErrorCodes.TooLarge, "what would be left is larger than the buffer may be"),
            _ => (FilterErrorCodes.Malformed, "nothing to read"),
        };
        return new FilterPass(0, 0, false, new FilterRefusal(code, message, _cursor.At));
    }
}
