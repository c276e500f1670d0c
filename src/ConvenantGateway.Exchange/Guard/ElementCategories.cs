using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>
/// The lines of one type as the guard reads them: on purpose not the filter's compiled tables, so that one mistake is not made twice. Slower and simpler; what a line covers, it covers to the leaves, extensions and
/// displays included, since here a category protects. Immutable; thread safe.
/// </summary>
internal sealed class ElementCategories
{
    private static readonly ConditionalWeakTable<ElementClassification, ElementCategories> Cache = [];

    private readonly ImmutableArray<(ImmutableArray<(string Name, string? Key, string? Value)> Steps, ElementPlace Place)> _lines;

    private ElementCategories(ElementClassification classification) =>
        _lines = [.. classification.Elements.Select(static e => (Steps(e.Path), new ElementPlace(e.Kind, e.Category)))];

    /// <summary>The lines of a type; made once per snapshot.</summary>
    public static ElementCategories Of(ElementClassification classification) => Cache.GetValue(classification, static c => new ElementCategories(c));

    /// <summary>Where a walk begins: every line, no step taken.</summary>
    public ImmutableArray<(int Line, int Step)> Start => [.. Enumerable.Range(0, _lines.Length).Select(static i => (i, 0))];

    /// <summary>Goes one element down.</summary>
    /// <param name="at">Which lines still match, and how far.</param>
    /// <param name="outer">What holds for the element around it.</param>
    /// <param name="name">The property name; a sibling (<c>_birthDate</c>) counts as its element.</param>
    /// <param name="value">The element, or one item of it.</param>
    public (ImmutableArray<(int Line, int Step)> At, ElementPlace Place) Down(ImmutableArray<(int Line, int Step)> at, ElementPlace outer, string name, JsonElement value)
    {
        var bare = name.StartsWith('_') ? name[1..] : name;
        var next = ImmutableArray.CreateBuilder<(int, int)>();
        var (place, weight) = (outer, 0);
        foreach (var (line, step) in at)
        {
            var (steps, said) = _lines[line];
            if (step >= steps.Length || steps[step].Name != bare || !Fits(steps[step], value))
            {
                continue;
            }

            next.Add((line, step + 1));
            var own = steps.Count(static s => s.Key is not null) + 1;
            if (step + 1 == steps.Length && own > weight)
            {
                (place, weight) = (said, own);
            }
        }

        return (next.ToImmutable(), place);
    }

    private static bool Fits((string Name, string? Key, string? Value) step, JsonElement value)
    {
        if (step.Key is null)
        {
            return true;
        }

        return At(value, step.Key).Any(v => v.ValueKind == JsonValueKind.String && v.GetString() == step.Value);
    }

    private static IEnumerable<JsonElement> At(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany(item => At(item, path));
        }

        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return path.Length == 0 ? [value]
            : value.ValueKind == JsonValueKind.Object && value.TryGetProperty(dot < 0 ? path : path[..dot], out var inner) ? At(inner, dot < 0 ? "" : path[(dot + 1)..])
            : [];
    }

    /// <summary>Splits at dots outside brackets: a condition's value is a url.</summary>
    private static ImmutableArray<(string Name, string? Key, string? Value)> Steps(string path)
    {
        var steps = ImmutableArray.CreateBuilder<(string, string?, string?)>();
        var (start, depth) = (0, 0);
        for (var i = 0; i <= path.Length; i++)
        {
            depth += i < path.Length ? path[i] switch { '[' => 1, ']' => -1, _ => 0 } : 0;
            if (i == path.Length || (path[i] == '.' && depth == 0))
            {
                steps.Add(Step(path[start..i]));
                start = i + 1;
            }
        }

        return steps.ToImmutable();
    }

    private static (string Name, string? Key, string? Value) Step(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return (text, null, null);
        }

        var equals = text.IndexOf('=', open);
        return (text[..open], text[(open + 1)..equals], text[(equals + 1)..^1]);
    }
}
