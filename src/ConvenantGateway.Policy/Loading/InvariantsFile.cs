using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>invariants.yaml</c>: what must never happen, whatever the rules say.</summary>
internal static class InvariantsFile
{
    private const string Path = "invariants.yaml";

    public static ImmutableArray<Invariant> Read(PolicyFiles files, IReadOnlyCollection<string> kinds, PolicyErrorList errors)
    {
        if (!files.Files.TryGetValue(Path, out var bytes))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(Path), "this file must be there");
            return [];
        }

        if (YamlMap.Root(Path, bytes, errors) is not { } map)
        {
            return [];
        }

        var invariants = map.Maps("invariants", required: true).Select(line => One(line, kinds)).OfType<Invariant>().ToImmutableArray();
        map.Done();
        return invariants;
    }

    /// <summary>Reports every rule that breaks an invariant.</summary>
    public static void Check(IEnumerable<Rule> rules, ImmutableArray<Invariant> invariants, PolicyErrorList errors)
    {
        foreach (var rule in rules)
        {
            foreach (var broken in invariants.Where(i => i.IsBrokenBy(rule)))
            {
                errors.Add(PolicyErrorCodes.Invariant, rule.Place, $"rule `{rule.Id}` breaks invariant `{broken.Id}`: {broken.Title}");
            }
        }
    }

    private static Invariant? One(YamlMap line, IReadOnlyCollection<string> kinds)
    {
        var id = line.Text("id");
        var title = line.Text("title");
        var from = line.Codes("from", kinds, "kind of party");
        var to = line.Codes("to", kinds, "kind of party");
        var by = line.Codes("by", CodeWords.Initiatives, "initiative");
        var never = line.Codes("never", ["all", .. CodeWords.Categories], "category", required: true);
        var except = line.Words("except");
        line.Done();
        return id is null || title is null
            ? null
            : new Invariant(
                id,
                title,
                [.. from.Select(w => w.Value)],
                [.. to.Select(w => w.Value)],
                [.. by.Select(w => CodeWords.Initiative(w.Value))],
                never.Any(w => w.Value == "all") ? CategorySet.All : CodeWords.Set(never),
                [.. except.Select(w => w.Value)]);
    }
}
