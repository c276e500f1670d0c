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

        foreach (var (path, released, above) in new ElementFallback(old?.Elements ?? [], now?.Elements ?? [], static e => IsReleased(e) ? Word(e) : null).Widenings())
        {
            allowed.Add(new PolicyChange($"{type}.{path}", $"{released}, as {above}", $"any exchange of a {type} with this element"));
        }

        if (!Slices(old, now).SequenceEqual(Slices(now, old), StringComparer.Ordinal))
        {
            allowed.Add(new PolicyChange($"{type}, order", "slices are tried in another order", $"any exchange of a {type}"));
        }

        if (now is not null && (old is null || old.DefaultClass != now.DefaultClass || !old.ClassRules.SequenceEqual(now.ClassRules) || !old.Labels.SequenceEqual(now.Labels)))
        {
            allowed.Add(new PolicyChange($"{type}, class", "classified otherwise", $"any exchange of a {type}"));
        }
    }

    private static IEnumerable<string> Slices(ElementClassification? one, ElementClassification? other)
    {
        var both = (other?.Elements ?? []).Select(static e => e.Path).ToHashSet(StringComparer.Ordinal);
        return (one?.Elements ?? []).Select(static e => e.Path).Where(p => p.Contains('[', StringComparison.Ordinal) && both.Contains(p));
    }

    private static Dictionary<string, string> Released(ElementClassification? elements) =>
        (elements?.Elements ?? []).Where(IsReleased).ToDictionary(e => e.Path, Word, StringComparer.Ordinal);

    private static bool IsReleased(ElementRule line) => line.Kind != ElementKind.Withheld || line.Subject != ElementKind.Withheld;

    private static string Word(ElementRule line) => (line.Kind == ElementKind.Category ? line.Category.ToString() : line.Kind.ToString()) + (line.Subject == ElementKind.Withheld ? "" : $", subject {line.Subject}");
}
