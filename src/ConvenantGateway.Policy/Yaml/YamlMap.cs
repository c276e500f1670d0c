using System.Globalization;

namespace ConvenantGateway.Policy;

/// <summary>
/// A mapping that is read key by key. Every accessor marks its key as known and reports what is wrong with the value; <see cref="Done"/> reports the keys nobody asked
/// for. A wrong value reads as absent, so that reading goes on to the next error.
/// </summary>
internal sealed class YamlMap(YamlNode.Mapping node, PolicyErrorList errors)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public Place Place => node.Place;

    public PolicyErrorList Errors => errors;

    /// <summary>The mapping at the root of a file; null with an error if the root is something else.</summary>
    public static YamlMap? Root(string file, ReadOnlyMemory<byte> bytes, PolicyErrorList errors) =>
        YamlTree.Read(file, bytes, errors) is { } root ? Of(root, errors) : null;

    public static YamlMap? Of(YamlNode node, PolicyErrorList errors)
    {
        if (node is YamlNode.Mapping mapping)
        {
            return new YamlMap(mapping, errors);
        }

        errors.Add(PolicyErrorCodes.WrongShape, node.Place, "a mapping (`key: value`) is expected here");
        return null;
    }

    public bool Has(string key) => Find(key) is not null;

    public Place PlaceOf(string key) => Find(key)?.Place ?? Place;

    /// <summary>All entries, for mappings whose keys are codes.</summary>
    public IEnumerable<(YamlNode.Scalar Key, YamlNode Value)> Entries()
    {
        foreach (var entry in node.Entries)
        {
            _known.Add(entry.Key.Value);
            yield return entry;
        }
    }

    public YamlNode? Node(string key, bool required = false)
    {
        var found = Find(key);
        if (found is null && required)
        {
            errors.Add(PolicyErrorCodes.MissingKey, Place, $"`{key}` is missing");
        }

        return found;
    }

    public YamlNode.Scalar? Word(string key, bool required = true)
    {
        switch (Node(key, required))
        {
            case null: return null;
            case YamlNode.Scalar scalar: return YamlWords.Typed(scalar, errors);
            case var other:
                errors.Add(PolicyErrorCodes.WrongShape, other.Place, $"`{key}` takes one value");
                return null;
        }
    }

    public string? Text(string key, bool required = true) => Word(key, required)?.Value;

    public string? Code(string key, IReadOnlyCollection<string> known, string what, bool required = true) =>
        Word(key, required) is { } word && YamlWords.InList(word, known, what, errors) ? word.Value : null;

    /// <summary>A list of words; one word counts as a list of one. Empty if absent.</summary>
    public IReadOnlyList<YamlNode.Scalar> Words(string key, bool required = false) => Node(key, required) switch
    {
        null => [],
        YamlNode.Scalar one => YamlWords.Typed(one, errors) is { } word ? [word] : [],
        var other => YamlWords.Many(other, errors),
    };

    public IReadOnlyList<YamlNode.Scalar> Codes(string key, IReadOnlyCollection<string> known, string what, bool required = false) =>
        [.. Words(key, required).Where(w => YamlWords.InList(w, known, what, errors))];

    public DateOnly? Date(string key, bool required = true)
    {
        if (Node(key, required) is not { } found)
        {
            return null;
        }

        if (found is YamlNode.Scalar scalar && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        errors.Add(PolicyErrorCodes.WrongShape, found.Place, $"`{key}` takes a date such as 2009-06-01");
        return null;
    }

    public bool Flag(string key)
    {
        switch (Find(key))
        {
            case null: return false;
            case YamlNode.Scalar { IsPlain: true, Value: "true" }: return true;
            case YamlNode.Scalar { IsPlain: true, Value: "false" }: return false;
            case var other:
                errors.Add(PolicyErrorCodes.WrongShape, other.Place, $"`{key}` takes `true` or `false`");
                return false;
        }
    }

    public int? Number(string key, int min, int max)
    {
        if (Find(key) is not { } found)
        {
            return null;
        }

        if (found is YamlNode.Scalar { IsPlain: true } scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max)
        {
            return n;
        }

        errors.Add(PolicyErrorCodes.WrongShape, found.Place, $"`{key}` takes a number from {min} to {max}");
        return null;
    }

    public YamlMap? Map(string key, bool required = false) => Node(key, required) is { } found ? Of(found, errors) : null;

    public IReadOnlyList<YamlMap> Maps(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null: return [];
            case YamlNode.Sequence list: return [.. list.Items.Select(i => Of(i, errors)).OfType<YamlMap>()];
            case var other:
                errors.Add(PolicyErrorCodes.WrongShape, other.Place, $"`{key}` takes a list");
                return [];
        }
    }

    /// <summary>Reports the keys that nobody asked for. Call it last.</summary>
    public void Done()
    {
        foreach (var (key, _) in node.Entries)
        {
            if (!_known.Contains(key.Value))
            {
                errors.Add(PolicyErrorCodes.UnknownKey, key.Place, $"`{key.Value}` is not a key here", Nearest.Suggest(key.Value, _known));
            }
        }
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        foreach (var (name, value) in node.Entries)
        {
            if (string.Equals(name.Value, key, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
