using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Filter;

/// <summary>One pass over one resource. Lives on the stack.</summary>
internal ref partial struct FilterRun
{
    private readonly ResourceFilter _filter;
    private readonly ReadOnlySpan<byte> _input;
    private readonly FilterScope _scope;
    private readonly uint _fulfilled;
    private readonly bool _releasesContained;
    private Utf8JsonReader _reader;
    private Output _output;
    private int[] _counts = [];
    private int[] _touched = [];
    private int _touches;
    private bool _countsCuts = true;
    private bool _isCut;
    private bool _hasContained;
    private bool _inRootMeta;
    private bool _wasSubsetted;
    private int _metaEnd = -1;
    private int _tagEnd = -1;
    private uint _lostModifier;
    private FilterRefusal? _refusal;

    /// <summary>Prepares a pass.</summary>
    /// <param name="filter">The compiled types.</param>
    /// <param name="input">The resource.</param>
    /// <param name="scope">What may stay.</param>
    /// <param name="releasesContained">False: contained resources go, whatever the lines say.</param>
    public FilterRun(ResourceFilter filter, ReadOnlySpan<byte> input, in FilterScope scope, bool releasesContained)
    {
        _filter = filter;
        _input = input;
        _scope = scope;
        _fulfilled = Requirement.Fulfilled(scope);
        _releasesContained = releasesContained;
        _reader = NewReader(input);
    }

    /// <summary>True if a contained resource that may stay lost itself: references to it would dangle, so the pass is made again without any.</summary>
    public bool LostContained { get; private set; }

    /// <summary>Makes the pass.</summary>
    public FilterOutcome Run()
    {
        try
        {
            var type = NewReader(_input);
            if (!type.Read() || type.TokenType != JsonTokenType.StartObject || !LookAhead.Find(ref type, "resourceType"u8) || type.ValueIsEscaped
                || (_filter.Find(type.ValueSpan) is not { } shape && !IsInR4(type.ValueSpan)))
            {
                ReadToEnd();
                return Refuse(FilterErrorCodes.UnknownResource, "no `resourceType` that R4 has", 0);
            }

            if (_filter.Find(type.ValueSpan) is not { } known)
            {
                ReadToEnd();
                return new FilterOutcome(null, [new WithheldElement(Encoding.UTF8.GetString(type.ValueSpan), default, 1)], null);
            }

            if (known.FollowsClass && (_fulfilled & Requirement.ResourceClass) == 0)
            {
                ReadToEnd();
                return new FilterOutcome(null, [known.Whole(_scope.ResourceClass - _scope.Released)], null);
            }

            return Walk(known);
        }
        catch (JsonException malformed)
        {
            var isDeep = malformed.Message.Contains("maximum configured depth", StringComparison.Ordinal);
            return isDeep
                ? Refuse(FilterErrorCodes.TooDeep, "more than 64 levels", _reader.BytesConsumed)
                : Refuse(FilterErrorCodes.Malformed, "not JSON as FHIR writes it", _reader.BytesConsumed);
        }
    }

    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> input) =>
        new(input, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false, MaxDepth = ResourceFilter.MaxDepth });

    private static bool IsInR4(ReadOnlySpan<byte> type) =>
        type.Length <= 64 && R4Catalogue.Find(Encoding.UTF8.GetString(type)) is { Form: TypeForm.Resource };

    private FilterOutcome Walk(ResourceShape shape)
    {
        _output = new Output(_input);
        _counts = ArrayPool<int>.Shared.Rent(shape.Cuts.Length);
        _counts.AsSpan(0, shape.Cuts.Length).Clear();
        _touched = ArrayPool<int>.Shared.Rent(shape.Cuts.Length);
        _hasContained = shape.ReleasesContained;
        try
        {
            _reader.Read();
            var kept = Object(shape.Inside, isRoot: true);
            if (kept != Kept.Refused)
            {
                // Throws for anything after the end.
                _reader.Read();
            }

            if (_refusal is { } refusal)
            {
                return new FilterOutcome(null, [], refusal);
            }

            var withheld = Withheld(shape);
            if (kept == Kept.No)
            {
                return new FilterOutcome(null, withheld.Insert(0, shape.Whole(Requirement.Categories(_lostModifier))), null);
            }

            if (_scope.MarkSubsetted && (_isCut || _wasSubsetted))
            {
                MarkSubsetted();
            }

            return new FilterOutcome(new FilteredBody(_output.ToArray(), withheld), withheld, null);
        }
        finally
        {
            _output.Return();
            ArrayPool<int>.Shared.Return(_counts);
            ArrayPool<int>.Shared.Return(_touched);
        }
    }

    private readonly ImmutableArray<WithheldElement> Withheld(ResourceShape shape)
    {
        if (!_isCut)
        {
            return [];
        }

        // In the order of the type, not of the input: the report does not depend on how the sender sorts.
        var touched = _touched.AsSpan(0, _touches);
        touched.Sort();
        var withheld = new WithheldElement[_touches];
        for (var i = 0; i < touched.Length; i++)
        {
            withheld[i] = shape.Cuts[touched[i]] with { Count = _counts[touched[i]] };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(withheld);
    }

    private void ReadToEnd()
    {
        while (_reader.Read())
        {
        }
    }

    private void Cut(int id)
    {
        _isCut = true;
        if (_countsCuts && _counts[id]++ == 0)
        {
            _touched[_touches++] = id;
        }
    }

    private readonly bool Allows(uint required) => (required & ~_fulfilled) == 0;

    private static FilterOutcome Refuse(string code, string message, long position) => new(null, [], new FilterRefusal(code, message, position));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Kept Refuse(string code, string message)
    {
        _refusal ??= new FilterRefusal(code, message, _reader.TokenStartIndex);
        return Kept.Refused;
    }
}
