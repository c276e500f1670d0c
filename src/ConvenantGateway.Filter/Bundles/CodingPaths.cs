using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// Which Codings of a type say its class or the roles of a person. The same rule as at intake, on bytes: the source's own label says what a resource is instead of the type's default, codes above it count
/// beside it and those below it without it, and a security label only adds. Immutable; one per type.
/// </summary>
internal sealed class CodingPaths
{
    private const string Tags = "meta.tag";
    private const string Security = "meta.security";

    private static readonly byte[] RolSystem = "https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol"u8.ToArray();
    private static readonly byte[] CategorySystem = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie"u8.ToArray();

    private readonly List<string> _paths = [Tags, Security];
    private readonly CodingRule[] _rules;
    private readonly CodingRule[] _labels;
    private readonly CategorySet _default;

    /// <summary>Reads the class rules and labels.</summary>
    public CodingPaths(ElementClassification classification)
    {
        _default = classification.DefaultClass;
        _rules = [.. classification.ClassRules.Select(r => CodingRule.Of(PathOf(r.Path), r.System, r.Code, r.Category))];
        _labels = [.. classification.Labels.Select(static l => CodingRule.Of(1, l.System, l.Code, l.Adds))];
        for (var i = 0; i < _paths.Count; i++)
        {
            Root.Add(_paths[i], i);
        }
    }

    /// <summary>The root of the places.</summary>
    public PathNode Root { get; } = new();

    /// <summary>The rules there are: the room that <see cref="Take"/> needs.</summary>
    public int RuleCount => _rules.Length;

    /// <summary>Takes one Coding into account.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="system">Its system; empty if it has none.</param>
    /// <param name="code">Its code; empty if it has none.</param>
    /// <param name="found">What was found so far.</param>
    /// <param name="perRule">The classes found per rule.</param>
    public void Take(int path, ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, ref FoundCodes found, Span<CategorySet> perRule)
    {
        if (path == 0 && system.SequenceEqual(RolSystem))
        {
            found.Rollen |= RolCodes.Read(code);
        }

        if (path == 1)
        {
            found.Labels |= system.SequenceEqual(CategorySystem) ? Category(code) : Label(system, code);
        }

        for (var i = 0; i < _rules.Length; i++)
        {
            ref readonly var rule = ref _rules[i];
            if (rule.Path == path && system.SequenceEqual(rule.System))
            {
                perRule[i] |= rule.IsOwnCode ? Category(code) : rule.Has(code) ? rule.Category : default;
            }
        }
    }

    /// <summary>The class of the resource.</summary>
    public CategorySet ClassOf(in FoundCodes found, ReadOnlySpan<CategorySet> perRule) => Own(perRule) | found.Labels;

    /// <summary>A label that is no known category releases nothing: every category must be released, and none of the rules releases all.</summary>
    private static CategorySet Category(ReadOnlySpan<byte> code)
    {
        Span<char> text = stackalloc char[3];
        return code.Length == 3 && Encoding.UTF8.TryGetChars(code, text, out var length) && CategorySet.TryParse(text[..length], out var category) ? category : CategorySet.All;
    }

    private CategorySet Own(ReadOnlySpan<CategorySet> perRule)
    {
        var own = default(CategorySet);
        for (var i = 0; i < _rules.Length; i++)
        {
            own |= perRule[i];
            if (!own.IsEmpty && _rules[i].IsOwnCode)
            {
                return own;
            }
        }

        return own.IsEmpty ? _default : own;
    }

    /// <summary>Nothing of a system that is not listed; everything for a code that is not listed of one that is.</summary>
    private CategorySet Label(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        var isKnown = false;
        foreach (ref readonly var label in _labels.AsSpan())
        {
            if (system.SequenceEqual(label.System))
            {
                if (code.SequenceEqual(label.Code))
                {
                    return label.Category;
                }

                isKnown = true;
            }
        }

        return isKnown ? CategorySet.All : default;
    }

    private int PathOf(string path)
    {
        var index = _paths.IndexOf(path);
        if (index < 0)
        {
            index = _paths.Count;
            _paths.Add(path);
        }

        return index;
    }
}
