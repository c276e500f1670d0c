using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Reading one resource.</summary>
internal ref partial struct BundleIndexer
{
    private bool Resource(ref BundleEntryIndex entry)
    {
        if (_cursor.Peek != (byte)'{')
        {
            return false;
        }

        var start = _cursor.At;
        var type = FilterRun.TypeOf(_cursor.LookAhead());
        _codings = _filter.Find(type)?.Codings;
        _found = default;
        _perRule.AsSpan().Clear();
        (_element, _id, _hasOddId, _namesOutsider) = (default, default, false, false);
        if (!Object(_codings?.Root, level: 0))
        {
            return false;
        }

        var isPatient = type.SequenceEqual("Patient"u8);
        entry = entry with
        {
            Resource = new TextSpan(start, _cursor.At),
            Type = _hasOddId ? default : TextSpanOf(type),
            Id = _id,
            Class = (_codings?.ClassOf(_found, _perRule) ?? default) | PlaceOf(type),
            Rollen = isPatient ? _found.Rollen : default,
            NamesOutsider = _namesOutsider,
        };
        return true;
    }

    /// <summary>Reads an object of the resource.</summary>
    /// <param name="node">What to read of it; null for nothing but references.</param>
    /// <param name="level">0 for the resource itself.</param>
    private bool Object(PathNode? node, int level)
    {
        var open = _cursor.At;
        if (!_cursor.Open())
        {
            return false;
        }

        var names = new NamesSeen(_cursor.KeyMark, open);
        ReadOnlySpan<byte> system = [];
        ReadOnlySpan<byte> code = [];
        var isReference = false;
        for (var isFirst = true; _cursor.NextKey(isFirst); isFirst = false)
        {
            if (!IsNew(ref names))
            {
                return false;
            }

            var name = _cursor.IsEscaped ? [] : _cursor.Text;
            if (_cursor.IsEscaped)
            {
                // A name that others read and we do not may hide a label, a reference or a contained person: then nothing is known of the class, nor of whom it is about.
                _found.Labels = CategorySet.All;
                _namesOutsider = true;
            }

            if (level == 0)
            {
                _element = _cursor.IsEscaped ? default : new TextSpan(_cursor.TextStart, _cursor.TextEnd);
            }

            if (_cursor.Peek == (byte)'"')
            {
                if (!_cursor.ReadText())
                {
                    return _cursor.Fail(JsonFault.Malformed);
                }

                var text = _cursor.IsEscaped ? default : new TextSpan(_cursor.TextStart, _cursor.TextEnd);
                if (name.SequenceEqual("reference"u8))
                {
                    isReference = true;
                    _index.ReferenceList.Add(new BundleReference(_element, new TextSpan(_cursor.TextStart, _cursor.TextEnd), _cursor.IsEscaped, -1));
                }
                else if (level == 0 && name.SequenceEqual("id"u8))
                {
                    _id = text;
                    _hasOddId = !BundleIds.IsId(text.Of(_input));
                }
                else if (node is { Path: >= 0 })
                {
                    var value = _cursor.IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Read(_cursor.Text, isEscaped: true)) : _cursor.Text;
                    system = name.SequenceEqual("system"u8) ? value : system;
                    code = name.SequenceEqual("code"u8) ? value : code;
                }
                else
                {
                    // Also the type of what is contained.
                    _namesOutsider |= level > 0 && name.SequenceEqual("resourceType"u8) && !text.Of(_input).SequenceEqual("Organization"u8);
                }
            }
            else if (!Value(node?.Find(name), level + 1))
            {
                return false;
            }
        }

        if (_cursor.Fault != JsonFault.None)
        {
            return false;
        }

        // A subject without a reference is somebody by number or by name: not one of this Bundle, as far as anybody can tell.
        _namesOutsider |= level == 1 && !isReference && IsAboutSomebody(_element.Of(_input));
        _cursor.KeyMark = names.Mark;
        if (node is { Path: >= 0 } && _codings is not null && !(system.IsEmpty && code.IsEmpty))
        {
            _codings.Take(node.Path, system, code, ref _found, _perRule);
        }

        return true;
    }

    /// <summary>An organisation or a place of somebody else's register tells where somebody is, by its name alone: D05. Which are public is known at intake only.</summary>
    private static CategorySet PlaceOf(ReadOnlySpan<byte> type) => type.SequenceEqual("Organization"u8) || type.SequenceEqual("Location"u8) ? CategorySet.Of(5) : default;

    private static bool IsAboutSomebody(ReadOnlySpan<byte> element) =>
        element.SequenceEqual("subject"u8) || element.SequenceEqual("patient"u8) || element.SequenceEqual("for"u8) || element.SequenceEqual("focus"u8) || element.SequenceEqual("beneficiary"u8);

    private bool Value(PathNode? node, int level)
    {
        switch (_cursor.Peek)
        {
            case (byte)'{':
                return Object(node, level);
            case (byte)'[':
                if (!_cursor.Open())
                {
                    return false;
                }

                for (var isFirst = true; _cursor.NextElement(isFirst); isFirst = false)
                {
                    if (!Value(node, level))
                    {
                        return false;
                    }
                }

                return _cursor.Fault == JsonFault.None;
            default:
                return _cursor.Skip();
        }
    }

    private readonly TextSpan TextSpanOf(ReadOnlySpan<byte> piece) =>
        piece.IsEmpty ? default : _input.Overlaps(piece, out var start) ? new TextSpan(start, start + piece.Length) : default;
}
