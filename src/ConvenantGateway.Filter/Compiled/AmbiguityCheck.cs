namespace ConvenantGateway.Filter;

/// <summary>
/// Lines that may both speak of one value, where no rule says which is the more specific: two slices with equally many conditions that one value can fulfil, and parts of a choice listed under its
/// general name (<c>value.</c>) beside a line for one type (<c>valueQuantity</c>). Which of them wins must not depend on the order of the file.
/// </summary>
internal static class AmbiguityCheck
{
    /// <summary>The later line of each such pair; empty if there is none. Paths that cannot be read are passed over.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="paths">The paths of its lines, in the order of the file.</param>
    public static IEnumerable<(string Path, string Why, string Suggestion)> Of(CatalogueType type, IEnumerable<string> paths)
    {
        var read = paths.Select(static p => (Path: p, Steps: PathStep.ReadAll(p))).Where(static p => p.Steps is not null).Select(static p => (p.Path, Steps: p.Steps!)).ToList();
        return Slices(read).Concat(Choices(type, read));
    }

    private static IEnumerable<(string Path, string Why, string Suggestion)> Slices(List<(string Path, List<PathStep> Steps)> lines)
    {
        var known = new Dictionary<string, List<SliceCondition[]>>(StringComparer.Ordinal);
        foreach (var (path, steps) in lines)
        {
            for (var i = 0; i < steps.Count; i++)
            {
                var conditions = steps[i].Conditions;
                var element = PathStep.Text([.. steps[..i], steps[i] with { Conditions = [] }]);
                if (!known.TryGetValue(element, out var slices))
                {
                    known.Add(element, slices = []);
                }

                if (conditions.Length == 0 || slices.Exists(s => s.SequenceEqual(conditions)))
                {
                    continue;
                }

                if (slices.Find(s => s.Length == conditions.Length && CanBothHold(s, conditions)) is { } other)
                {
                    var there = PathStep.Text([steps[i] with { Conditions = other }]);
                    yield return (path, $"and `{there}` can be the same one, and neither is the more specific", "slice both by the same child, or list one with the conditions of both");
                }

                slices.Add(conditions);
            }
        }
    }

    private static bool CanBothHold(SliceCondition[] one, SliceCondition[] other) =>
        !Array.Exists(one, a => Array.Exists(other, b => a.Child == b.Child && a.Value != b.Value));

    private static IEnumerable<(string Path, string Why, string Suggestion)> Choices(CatalogueType type, List<(string Path, List<PathStep> Steps)> lines)
    {
        foreach (var (path, steps) in lines)
        {
            for (var i = 0; i < steps.Count - 1 || (i < steps.Count && steps[i].Conditions.Length > 0); i++)
            {
                var around = PathStep.Text(steps[..i]);
                var typed = PathWords.TypesAt(type, steps[..i])
                    .SelectMany(static t => R4Catalogue.Find(t)?.Elements ?? [])
                    .Where(e => e.IsChoice && e.Name == steps[i].Name)
                    .SelectMany(static e => e.Types.Select(e.JsonName))
                    .ToHashSet(StringComparer.Ordinal);
                if (lines.Find(l => l.Steps.Count > i && typed.Contains(l.Steps[i].Name) && PathStep.Text(l.Steps[..i]) == around) is { Path: { } other })
                {
                    yield return (path, $"does not hold for the type that `{other}` speaks of", $"list its parts under `{PathStep.Text([steps[i] with { Name = typed.First() }])}` and the like");
                    break;
                }
            }
        }
    }
}
