using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>clauses.yaml</c>: the clauses of a covenant of this kind, and what holds each of them here.</summary>
internal static class ClausesFile
{
    private const string Path = "clauses.yaml";
    private const int Count = 25;
    public static readonly string[] HeldWords = ["enforced", "recorded", "outside", "not-yet"];

    public static ImmutableArray<Clause> Read(PolicyFiles files, PolicyErrorList errors)
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

        var known = Enumerable.Range(1, Count).Select(n => $"C{n}").ToList();
        var clauses = new List<Clause>();
        foreach (var line in map.Maps("clauses", required: true))
        {
            var code = line.Code("clause", known, "clause");
            var title = line.Text("title");
            var held = line.Code("held", HeldWords, "way of holding");
            var by = line.Text("by");
            line.Done();
            if (code is not null && title is not null && held is not null && by is not null)
            {
                clauses.Add(new Clause(code, title, held, by));
            }
        }

        map.Done();
        foreach (var code in known.Where(c => clauses.Count(x => x.Code == c) != 1))
        {
            errors.Add(PolicyErrorCodes.MissingKey, Place.Whole(Path), $"the clause `{code}` must stand here exactly once");
        }

        return [.. clauses];
    }
}
