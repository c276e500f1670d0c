using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What a change of the element lists lets through the filter. A line covers all below it that has no line of its own: taking away a line may release what it withheld.</summary>
internal static class ElementsDiff
{
    public static void Compare(string type, ElementClassification? old, ElementClassification? now, ImmutableArray<PolicyChange>.Builder allowed, ImmutableArray<PolicyChange>.Builder denied)
    {
        var was = Released(old);
        var will = Released(now);
        foreach (var path in will.Keys.Where(p => !was.TryGetValue(p, out var before) || before != will[p]))
        {
            allowed.Add(new PolicyChange($"{type}.{path}", will[path], $"any exchange of a {type} with this element"));
        }

        foreach (var path in was.Keys.Where(p => !will.TryGetValue(p, out var after) || after != was[p]))
        {
            denied.Add(new PolicyChange($"{type}.{path}", was[path], $"any exchange of a {type} with this element"));
        }

        Inherited(type, old, now, will, allowed);
        if (!Slices(old, now).SequenceEqual(Slices(now, old), StringComparer.Ordinal))
        {
            allowed.Add(new PolicyChange($"{type}, order", "slices are tried in another order", $"any exchange of a {type}"));
        }

        if (now is not null && (old is null || old.DefaultClass != now.DefaultClass || !old.ClassRules.SequenceEqual(now.ClassRules) || !old.Labels.SequenceEqual(now.Labels)))
        {
            allowed.Add(new PolicyChange($"{type}, class", "classified otherwise", $"any exchange of a {type}"));
        }
    }

    private static void Inherited(string type, ElementClassification? old, ElementClassification? now, Dictionary<string, string> will, ImmutableArray<PolicyChange>.Builder allowed)
    {
        var kept = (now?.Elements ?? []).Select(static e => e.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in (old?.Elements ?? []).Where(e => !kept.Contains(e.Path)))
        {
            if (Above(gone.Path).FirstOrDefault(kept.Contains) is { } above && will.TryGetValue(above, out var inherits) && inherits != Word(gone))
            {
                allowed.Add(new PolicyChange($"{type}.{gone.Path}", $"{inherits}, as {above}", $"any exchange of a {type} with this element"));
            }
        }
    }

    /// <summary>The paths above a path, nearest first: a slice lies below its element.</summary>
    private static IEnumerable<string> Above(string path)
    {
        var depth = 0;
        for (var i = path.Length - 1; i > 0; i--)
        {
            depth += path[i] switch { ']' => 1, '[' => -1, _ => 0 };
            if (depth == 0 && path[i] is ('.' or '['))
            {
                yield return path[..i];
            }
        }
    }

    private static IEnumerable<string> Slices(ElementClassification? one, ElementClassification? other)
    {
        var both = (other?.Elements ?? []).Select(static e => e.Path).ToHashSet(StringComparer.Ordinal);
        return (one?.Elements ?? []).Select(static e => e.Path).Where(p => p.Contains('[', StringComparison.Ordinal) && both.Contains(p));
    }

    private static Dictionary<string, string> Released(ElementClassification? elements) =>
        (elements?.Elements ?? []).Where(e => e.Kind != ElementKind.Withheld || e.Subject != ElementKind.Withheld).ToDictionary(e => e.Path, Word, StringComparer.Ordinal);

    private static string Word(ElementRule line) => (line.Kind == ElementKind.Category ? line.Category.ToString() : line.Kind.ToString()) + (line.Subject == ElementKind.Withheld ? "" : $", subject {line.Subject}");
}
