using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter;

/// <summary>
/// A slice is known by its fixed values. What stays of it without them would be something that no line knows: filtered again, it would be cut. So they go with the slice, and a part of a slice asks for no
/// less than the slice does.
/// </summary>
internal static class SliceCheck
{
    /// <summary>What is wrong with a line; null if nothing is, or if its path cannot be read.</summary>
    public static (string Why, string? Suggestion)? Wrong(ElementClassification classification, ElementRule rule)
    {
        var steps = PathStep.ReadAll(rule.Path) ?? [];
        if (steps is [.., { Conditions.Length: > 0 }] && Forgotten(classification, steps, Requirement.Of(rule)) is { } forgotten)
        {
            return ($"does not say what `{forgotten}` says of the element it is a slice of", $"list `{rule.Path}{forgotten[PathStep.Text(Unsliced(steps)).Length..]}` too");
        }

        for (var i = 0; i < steps.Count - 1; i++)
        {
            if (steps[i].Conditions.Length == 0)
            {
                continue;
            }

            if (i == steps.Count - 2 && Array.Exists(steps[i].Conditions, c => c.Child == steps[^1].Name))
            {
                return ("is what the slice is known by: it goes with the slice", null);
            }

            var slice = Demanded(classification, steps[..(i + 1)]);
            var own = Requirement.Of(rule);
            if (own != Requirement.Never && (own & slice) != slice)
            {
                return ("asks for less than the slice it is part of", $"list `{PathStep.Text(steps[..(i + 1)])}` with the same word first");
            }
        }

        return null;
    }

    /// <summary>A line for a part of the unsliced element that asks for more than the slice, and that the slice has no line for: inside the slice it would be released with the rest.</summary>
    private static string? Forgotten(ElementClassification classification, List<PathStep> steps, uint slice)
    {
        var element = PathStep.Text(Unsliced(steps)) + ".";
        var own = PathStep.Text(steps) + ".";
        return classification.Elements
            .Where(e => e.Path.StartsWith(element, StringComparison.Ordinal) && (Requirement.Of(e) & ~slice) != 0 && slice != Requirement.Never)
            .Select(static e => e.Path)
            .FirstOrDefault(path => !path[element.Length..].Contains('[', StringComparison.Ordinal) && Find(classification, own + path[element.Length..]) is null);
    }

    private static List<PathStep> Unsliced(List<PathStep> steps) => [.. steps[..^1], steps[^1] with { Conditions = [] }];

    /// <summary>What the nearest line demands of a place: its own, that of the element it is a slice of, or one around it.</summary>
    private static uint Demanded(ElementClassification classification, List<PathStep> steps)
    {
        for (var count = steps.Count; count > 0; count--)
        {
            var last = steps[count - 1];
            if ((Find(classification, PathStep.Text(steps[..count])) ?? Find(classification, PathStep.Text(Unsliced(steps[..count])))) is { } line)
            {
                return Requirement.Of(line);
            }

            if (last.Name is "extension" or "modifierExtension" or "id")
            {
                return Requirement.Never;
            }
        }

        return Requirement.Never;
    }

    private static ElementRule? Find(ElementClassification classification, string path) => classification.Elements.FirstOrDefault(e => e.Path == path);
}
