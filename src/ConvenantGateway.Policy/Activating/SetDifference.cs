using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What a set changes against another, as lines of text for whoever reads the list of stored sets. Pure; thread safe.</summary>
public static class SetDifference
{
    private const int MaxLines = 500;

    /// <summary>Files added, removed and changed.</summary>
    public static ImmutableArray<string> OfFiles(PolicyFiles old, PolicyFiles candidate) =>
    [
        .. old.Files.Keys.Union(candidate.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => (old.Files.TryGetValue(path, out var before), candidate.Files.TryGetValue(path, out var after)) switch
            {
                (true, false) => $"removed {path}",
                (false, true) => $"added {path}",
                _ => before.Span.SequenceEqual(after.Span) ? "" : $"changed {path}",
            }).Where(static line => line.Length > 0),
    ];

    /// <summary>Files, then what is newly allowed and newly denied, each with one concrete request; at most 500 lines, the last of which says how many were left out.</summary>
    public static ImmutableArray<string> Of(PolicyFiles old, PolicySnapshot was, PolicyFiles candidate, PolicySnapshot will)
    {
        var comparison = PolicyDiff.Compare(was, will);
        List<string> lines = [.. OfFiles(old, candidate), .. Words("newly allowed", comparison.NewlyAllowed), .. Words("newly denied", comparison.NewlyDenied)];
        return lines.Count <= MaxLines ? [.. lines] : [.. lines.Take(MaxLines - 1), $"and {lines.Count - MaxLines + 1} lines more"];
    }

    private static IEnumerable<string> Words(string what, ImmutableArray<PolicyChange> changes) =>
        changes.IsEmpty ? [$"{what}: none"] : changes.Select(c => $"{what}: {c.Where}: {c.What}; for example {c.Example}");
}
