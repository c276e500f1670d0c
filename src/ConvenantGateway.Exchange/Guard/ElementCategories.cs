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

    private readonly ImmutableArray<(ImmutableArray<LineStep> Steps, ElementPlace Place)> _lines;

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
            if (step >= steps.Length || !steps[step].IsFor(bare) || !steps[step].Conditions.All(c => At(value, c.Key).Any(v => v.ValueKind == JsonValueKind.String && v.GetString() == c.Value)))
            {
                continue;
            }

            // A line for the very name before one for a choice: `valueQuantity` before `value`.
            next.Add((line, step + 1));
            var own = (2 * steps.Sum(static s => s.Conditions.Length)) + (steps[step].Name == bare ? 2 : 1);
            if (step + 1 == steps.Length && own > weight)
            {
                (place, weight) = (said, own);
            }
        }

        return (next.ToImmutable(), place);
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
    private static ImmutableArray<LineStep> Steps(string path)
    {
        var steps = ImmutableArray.CreateBuilder<LineStep>();
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

    private static LineStep Step(string text)
    {
        var parts = text.Split('[');
        return new LineStep(parts[0], [.. parts[1..].Select(static p => p[..^1].Split('=', 2)).Select(static p => (p[0], p[1]))]);
    }

    private sealed record LineStep(string Name, ImmutableArray<(string Key, string Value)> Conditions)
    {
        public bool IsFor(string property) => property.StartsWith(Name, StringComparison.Ordinal) && (property.Length == Name.Length || char.IsAsciiLetterUpper(property[Name.Length]));
    }
}
