using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>onward.yaml</c>: what binds passing on received data, by the label of its origin (domain.md 5.5).</summary>
internal static class OnwardFile
{
    private const string Path = "onward.yaml";
    private static readonly string[] Marks = ["sourced", "derived"];

    /// <summary>The rules; every label must have one, for a label without a rule could mean anything.</summary>
    public static ImmutableArray<OnwardRule> Read(PolicyFiles files, FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> laws, PolicyErrorList errors)
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

        var rules = new List<OnwardRule>();
        foreach (var line in map.Maps("onward", required: true))
        {
            var origin = line.Code("origin", CodeWords.Origins, "origin label");
            var title = line.Text("title");
            var never = line.Codes("never", CodeWords.Categories, "category");
            var evidence = VocabularyFiles.EvidenceOf(line, "evidence");
            var article20 = line.Flag("article20");
            _ = line.Code("mark", Marks, "mark");
            _ = line.Text("note", required: false);
            var sources = SourcesList.Read(line, laws, errors);
            line.Done();
            if (origin is null || title is null)
            {
                continue;
            }

            if (rules.Exists(r => r.Origin == CodeWords.Origin(origin)))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("origin"), $"`{origin}` stands here twice");
                continue;
            }

            rules.Add(new OnwardRule(CodeWords.Origin(origin), title, CodeWords.Set(never), evidence, article20, sources));
        }

        map.Done();
        foreach (var missing in CodeWords.Origins.Where(o => !rules.Exists(r => r.Origin == CodeWords.Origin(o))))
        {
            errors.Add(PolicyErrorCodes.MissingKey, Place.Whole(Path), $"the label `{missing}` is missing");
        }

        return [.. rules];
    }
}
