using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>The index pass over a foreign Bundle: checks that all of it is JSON as FHIR writes it, and notes where entries, references, roles and codes stand. Lives on the stack.</summary>
internal ref partial struct BundleIndexer
{
    /// <summary>An entry costs a hundred bytes of index, and may be two bytes of input.</summary>
    private const int MostEntries = 50_000;

    private const int MostReferences = 500_000;

    private readonly ReadOnlySpan<byte> _input;
    private readonly ResourceFilter _filter;
    private readonly BundleIndex _index;
    private readonly CategorySet[] _perRule;
    private JsonCursor _cursor;
    private bool _hasWrongForm;
    private bool _hasTooMany;

    // Of the resource that is read.
    private CodingPaths? _codings;
    private FoundCodes _found;
    private TextSpan _element;
    private TextSpan _id;
    private bool _hasOddId;
    private bool _namesOutsider;

    /// <summary>Prepares a pass.</summary>
    public BundleIndexer(ReadOnlySpan<byte> input, ResourceFilter filter, BundleIndex index, FilterBuffer scratch)
    {
        _input = input;
        _filter = filter;
        _index = index;
        _perRule = scratch.PerRule(filter.MostClassRules);
        scratch.Keys.Count = 0;
        _cursor = new JsonCursor(input, scratch.Keys);
    }

    /// <summary>The position, after a fault.</summary>
    public readonly int At => _cursor.At;

    /// <summary>Makes the pass.</summary>
    /// <returns>False for a fault: <see cref="Refusal"/> says which.</returns>
    public bool Run()
    {
        _index.Clear();
        _cursor.SkipWhite();
        if (_cursor.Peek != (byte)'{')
        {
            return _cursor.Skip() && _cursor.IsAtEnd() && WrongForm();
        }

        var isBundle = false;
        var open = _cursor.At;
        if (!_cursor.Open())
        {
            return false;
        }

        var names = new NamesSeen(_cursor.KeyMark, open);
        for (var isFirst = true; _cursor.NextKey(isFirst); isFirst = false)
        {
            if (!IsNew(ref names))
            {
                return false;
            }

            var name = _cursor.IsEscaped ? [] : _cursor.Text;
            var isRead = name.SequenceEqual("resourceType"u8) ? ReadSpan(out var text) && (isBundle = text.Of(_input).SequenceEqual("Bundle"u8))
                : name.SequenceEqual("type"u8) ? ReadSpan(out text) && SetType(text)
                : name.SequenceEqual("entry"u8) ? Entries()
                : _cursor.Skip();
            if (!isRead)
            {
                return !_hasTooMany && _cursor.Fault == JsonFault.None && WrongForm();
            }
        }

        _cursor.KeyMark = names.Mark;
        if (_cursor.Fault != JsonFault.None || !_cursor.IsAtEnd())
        {
            return false;
        }

        return (isBundle && !_index.Type.IsEmpty) || WrongForm();
    }

    /// <summary>What is wrong.</summary>
    public readonly FilterRefusal Refusal() => _hasTooMany
        ? new FilterRefusal(FilterErrorCodes.TooLarge, "more than 50,000 entries or 500,000 references", _cursor.At)
        : _hasWrongForm
        ? new FilterRefusal(FilterErrorCodes.NotABundle, "not a Bundle of type `searchset` or `collection` with its entries in an array", _cursor.At)
        : FilterRun.RefusalOf(_cursor);

    private bool SetType(TextSpan type)
    {
        _index.Type = type;
        return type.Of(_input) is var text && (text.SequenceEqual("searchset"u8) || text.SequenceEqual("collection"u8));
    }

    private bool WrongForm()
    {
        _hasWrongForm = true;
        return false;
    }

    private bool Entries()
    {
        if (_cursor.Peek != (byte)'[')
        {
            return false;
        }

        if (!_cursor.Open())
        {
            return false;
        }

        for (var isFirst = true; _cursor.NextElement(isFirst); isFirst = false)
        {
            if (_cursor.Peek != (byte)'{' || !Entry())
            {
                return false;
            }
        }

        return _cursor.Fault == JsonFault.None;
    }

    private bool Entry()
    {
        var open = _cursor.At;
        if (!_cursor.Open())
        {
            return false;
        }

        var names = new NamesSeen(_cursor.KeyMark, open);
        var entry = new BundleEntryIndex { FirstReference = _index.ReferenceList.Count };
        for (var isFirst = true; _cursor.NextKey(isFirst); isFirst = false)
        {
            if (!IsNew(ref names))
            {
                return false;
            }

            var name = _cursor.IsEscaped ? [] : _cursor.Text;
            if (name.SequenceEqual("fullUrl"u8))
            {
                if (!ReadSpan(out var url))
                {
                    return false;
                }

                entry = entry with { FullUrl = url };
            }
            else if (name.SequenceEqual("resource"u8))
            {
                if (!Resource(ref entry))
                {
                    return false;
                }
            }
            else if (name.SequenceEqual("search"u8) && _cursor.Peek == (byte)'{')
            {
                entry = entry with { Mode = ModeOf(_cursor.LookAhead()) };
                if (!_cursor.Skip())
                {
                    return false;
                }
            }
            else if (!_cursor.Skip())
            {
                return false;
            }
        }

        _cursor.KeyMark = names.Mark;
        if (_cursor.Fault != JsonFault.None)
        {
            return false;
        }

        _hasTooMany = _index.EntryList.Count == MostEntries || _index.ReferenceList.Count > MostReferences;
        if (_hasTooMany)
        {
            return false;
        }

        _index.EntryList.Add(entry with { ReferenceCount = _index.ReferenceList.Count - entry.FirstReference });
        return true;
    }

    private static TextSpan ModeOf(JsonCursor ahead)
    {
        if (!ahead.Open())
        {
            return default;
        }

        for (var isFirst = true; ahead.NextKey(isFirst); isFirst = false)
        {
            if (!ahead.IsEscaped && ahead.Text.SequenceEqual("mode"u8) && ahead.Peek == (byte)'"')
            {
                return ahead.ReadText() && ahead.Text is var mode && (mode.SequenceEqual("match"u8) || mode.SequenceEqual("include"u8)) ? new TextSpan(ahead.TextStart, ahead.TextEnd) : default;
            }

            if (!ahead.Skip())
            {
                return default;
            }
        }

        return default;
    }

    /// <summary>Reads a string; an escaped one counts as empty: none of these texts has an escape.</summary>
    private bool ReadSpan(out TextSpan text)
    {
        text = default;
        if (_cursor.Peek != (byte)'"' || !_cursor.ReadText())
        {
            return false;
        }

        text = _cursor.IsEscaped ? default : new TextSpan(_cursor.TextStart, _cursor.TextEnd);
        return true;
    }

    private bool IsNew(ref NamesSeen names)
    {
        if (!names.AreCompared && (_cursor.IsEscaped || !_cursor.TryAddKey(names.Mark, NameKey.Of(_cursor.Text).Hash)))
        {
            names = names with { AreCompared = true };
            return !_cursor.HasNameTwice(names.Open) || _cursor.Fail(JsonFault.DuplicateKey);
        }

        return true;
    }
}
