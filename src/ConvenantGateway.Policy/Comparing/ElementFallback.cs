namespace ConvenantGateway.Policy;

/// <summary>
/// Where the values of a line go that is taken away, and of a slice that begins. A slice takes its values from the other slices of the element, and a type of a choice from the choice: taking such a
/// line away gives them back, and beginning one, be it with a line that withholds, leaves what is in it to the line above. Doubt counts as released.
/// </summary>
/// <param name="old">The lines of the set in force.</param>
/// <param name="now">The lines of the candidate.</param>
/// <param name="word">What a line releases; null for nothing.</param>
internal sealed class ElementFallback(IReadOnlyList<ElementRule> old, IReadOnlyList<ElementRule> now, Func<ElementRule, string?> word)
{
    private readonly List<(LinePath Path, string? Word)> _old = [.. old.Select(e => (LinePath.Of(e.Path), word(e)))];
    private readonly List<(LinePath Path, string? Word)> _now = [.. now.Select(e => (LinePath.Of(e.Path), word(e)))];
    private readonly HashSet<string> _oldPlaces = [.. Places(old)];
    private readonly HashSet<string> _places = [.. Places(now)];

    /// <summary>Path, what may be released there now, and the line that says so.</summary>
    public IEnumerable<(string Path, string Released, string As)> Widenings() => Gone().Concat(Begun());

    private IEnumerable<(string Path, string Released, string As)> Gone()
    {
        foreach (var (path, said) in _old.Where(o => !_now.Exists(n => n.Path.Text == o.Path.Text)).Concat(WithoutALine(_oldPlaces, _places, _old)))
        {
            if (Above(path, _now, _places).FirstOrDefault(c => c.Word is not null && c.Word != said) is { Word: { } released } above)
            {
                yield return (path.Text, released, above.Path.Text);
            }
        }
    }

    private IEnumerable<(string Path, string Released, string As)> Begun() =>
        from begun in WithoutALine(_places, _oldPlaces, _now)
        where begun.Word is not null && _old.Exists(o => Loses(o.Path, begun.Path) && o.Word != begun.Word)
        select (begun.Path.Text, begun.Word, Above(begun.Path, _now, null).First().Path.Text);

    /// <summary>The places of one list that the other does not have, and that have no line of their own: with what they inherit.</summary>
    private static IEnumerable<(LinePath Path, string? Word)> WithoutALine(HashSet<string> places, HashSet<string> others, List<(LinePath Path, string? Word)> lines) =>
        from place in places.Where(p => !others.Contains(p) && !lines.Exists(l => l.Path.Text == p)).Order(StringComparer.Ordinal)
        let path = LinePath.Of(place)
        select (path, Above(path, lines, null).FirstOrDefault().Word);

    /// <summary>The lines that may speak of what a path spoke of, nearest first: as far up as the first that speaks of all of it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="places">The places that are still there: the values of a slice that is not may go to any other. Null for a path that is there.</param>
    private static IEnumerable<(LinePath Path, string? Word)> Above(LinePath path, List<(LinePath Path, string? Word)> lines, HashSet<string>? places)
    {
        for (var depth = path.Steps.Length; depth > 0; depth--)
        {
            var isWhole = false;
            foreach (var line in lines.Where(l => l.Path.Steps.Length == depth && MayHold(l.Path, path, places)))
            {
                yield return line;
                isWhole |= line.Path.Steps.Zip(path.Steps).All(static s => s.First.Conditions.Length == 0 || s.First.Conditions == s.Second.Conditions);
            }

            if (isWhole)
            {
                yield break;
            }
        }
    }

    private static bool MayHold(LinePath line, LinePath path, HashSet<string>? places)
    {
        for (var i = 0; i < line.Steps.Length; i++)
        {
            var (one, other) = (line.Steps[i], path.Steps[i]);
            var isLast = i == line.Steps.Length - 1;
            var isGone = other.Conditions.Length > 0 && places is not null && !places.Contains(path.Prefix(i + 1));
            if (!LinePath.Names(one.Name, other.Name) || !((isGone && !LinePath.Exclude(one.Conditions, other.Conditions)) || one.Conditions == other.Conditions || (isLast && one.Conditions.Length == 0)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True if the old line spoke of values that the new place takes from it: in another slice of the element, or in the choice.</summary>
    private static bool Loses(LinePath line, LinePath place)
    {
        var last = place.Steps.Length - 1;
        if (line.Steps.Length <= last || !Enumerable.Range(0, last).All(i => LinePath.Names(line.Steps[i].Name, place.Steps[i].Name)) || !LinePath.Names(line.Steps[last].Name, place.Steps[last].Name))
        {
            return false;
        }

        var isWhole = line.Steps.Length == last + 1 && line.Steps[last].Conditions.Length == 0;
        return !isWhole && (place.Steps[last].Conditions.Length > 0 || line.Steps[last].Name != place.Steps[last].Name);
    }

    /// <summary>Every element and slice that a line speaks of, or of something in it.</summary>
    private static IEnumerable<string> Places(IEnumerable<ElementRule> lines) =>
        lines.Select(static e => LinePath.Of(e.Path)).SelectMany(static p => Enumerable.Range(1, p.Steps.Length).Select(p.Prefix));
}
