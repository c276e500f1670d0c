using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>Which Codings of a type say its class or the roles of a person. Immutable; one per type.</summary>
internal sealed class CodingPaths
{
    private const string Tags = "meta.tag";
    private const string Labels = "meta.security";

    private static readonly byte[] RolSystem = "https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol"u8.ToArray();
    private static readonly byte[] CategorySystem = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie"u8.ToArray();

    private readonly List<string> _paths = [Tags, Labels];
    private readonly (int Path, byte[] System, byte[] Code, CategorySet Category)[] _rules;
    private readonly CategorySet _default;

    /// <summary>Reads the class rules.</summary>
    public CodingPaths(ElementClassification classification)
    {
        _default = classification.DefaultClass;
        _rules = [.. classification.ClassRules.Select(r => (PathOf(r.Path), Encoding.UTF8.GetBytes(r.System), Encoding.UTF8.GetBytes(r.Code), r.Category))];
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
    /// <param name="system">Its system.</param>
    /// <param name="code">Its code.</param>
    /// <param name="found">What was found so far.</param>
    /// <param name="perRule">The classes found per rule.</param>
    public void Take(int path, ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, ref FoundCodes found, Span<CategorySet> perRule)
    {
        if (path == 0 && system.SequenceEqual(RolSystem))
        {
            found.Rollen |= RolCodes.Read(code);
        }

        if (path == 1 && system.SequenceEqual(CategorySystem))
        {
            found.Labels |= Category(code);
        }

        for (var i = 0; i < _rules.Length; i++)
        {
            ref readonly var rule = ref _rules[i];
            if (rule.Path == path && system.SequenceEqual(rule.System))
            {
                perRule[i] |= rule.Code is [(byte)'*'] ? Category(code) : code.SequenceEqual(rule.Code) ? rule.Category : default;
            }
        }
    }

    /// <summary>The class of the resource: labels, then rule by rule; a rule with <c>*</c> that found something is the last word; nothing found is the default.</summary>
    public CategorySet ClassOf(in FoundCodes found, ReadOnlySpan<CategorySet> perRule)
    {
        var own = found.Labels;
        for (var i = 0; i < _rules.Length; i++)
        {
            own |= perRule[i];
            if (!own.IsEmpty && _rules[i].Code is [(byte)'*'])
            {
                return own;
            }
        }

        return own.IsEmpty ? _default : own;
    }

    /// <summary>A label that is no known category releases nothing: every category must be released, and none of the rules releases all.</summary>
    private static CategorySet Category(ReadOnlySpan<byte> code)
    {
        Span<char> text = stackalloc char[3];
        return code.Length == 3 && Encoding.UTF8.TryGetChars(code, text, out _) && CategorySet.TryParse(text, out var category) ? category : CategorySet.All;
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
