using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy;

/// <summary>A JSON Schema for each kind of policy file, for editors: keys, closed lists of this very folder, shapes. What a schema cannot say stays with <c>policy check</c>. Pure.</summary>
public static class PolicySchemas
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true };

    /// <summary>The schemas by file name, each with the pattern of paths that it is for.</summary>
    /// <param name="snapshot">A set of the folder, for its closed lists.</param>
    public static ImmutableSortedDictionary<string, (string Pattern, string Json)> Of(PolicySnapshot snapshot)
    {
        var words = snapshot.Decider.Table.Words;
        var codes = new SchemaCodes(words, [.. snapshot.Partners.Keys.Select(p => p.Value).Order(StringComparer.Ordinal)]);
        var vocabulary = new VocabularyShapes(codes);
        var covenant = new CovenantShapes(codes);
        var wegwijzer = new WegwijzerShapes(codes);
        var shapes = new Dictionary<string, (string, JsonObject)>(StringComparer.Ordinal)
        {
            ["statute-rules"] = ("statute/*.rules.yaml", RuleShapes.File(codes, isCovenant: false)),
            ["covenant-rules"] = ("covenant/*/*.rules.yaml", RuleShapes.File(codes, isCovenant: true)),
            ["covenant"] = ("covenant/*/covenant.yaml", covenant.Covenant()),
            ["decision"] = ("covenant/*/decisions/*.yaml", covenant.Decision()),
            ["cases"] = ("cases/*.cases.yaml", CaseShapes.File(codes)),
            ["invariants"] = ("invariants.yaml", InvariantShapes.File(codes)),
            ["onward"] = ("onward.yaml", VocabularyShapes.Onward()),
            ["clauses"] = ("clauses.yaml", VocabularyShapes.Clauses()),
            ["retention"] = (RetentionFile.Path, vocabulary.Retention()),
            ["labels"] = (LabelsFile.Path, VocabularyShapes.Labels()),
            ["categories"] = ("categories.yaml", VocabularyShapes.Categories()),
            ["grounds"] = ("grounds.yaml", vocabulary.Grounds()),
            ["purposes"] = ("purposes.yaml", VocabularyShapes.Purposes()),
            ["parties"] = ("parties.yaml", VocabularyShapes.Parties()),
            ["profiles"] = ("profiles.yaml", VocabularyShapes.Profiles()),
            ["law"] = ("law/*.yaml", VocabularyShapes.Law()),
            ["partner"] = ("partners/*.yaml", covenant.Partner()),
            ["officer"] = ("officers/*.yaml", covenant.Officer()),
            ["elements"] = ("elements/*.yaml", VocabularyShapes.Elements()),
            ["wegwijzer-outcomes"] = (WegwijzerFiles.OutcomesPath, wegwijzer.Outcomes()),
            ["wegwijzer-plan"] = (Plans(snapshot), wegwijzer.Plan()),
        };
        return shapes.ToImmutableSortedDictionary(s => s.Key, s => (s.Value.Item1, Text(s.Key, s.Value.Item2)), StringComparer.Ordinal);
    }

    /// <summary>The plans by name: the outcomes lie in the same folder and are another kind of file.</summary>
    private static string Plans(PolicySnapshot snapshot) =>
        $"{WegwijzerFiles.Folder}{{{string.Join(',', snapshot.Wegwijzer.Plans.Keys.Order(StringComparer.Ordinal))}}}.yaml";

    private static string Text(string name, JsonObject shape)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = $"ConvenantGateway policies: {name}" };
        foreach (var (key, value) in shape)
        {
            schema[key] = value?.DeepClone();
        }

        return schema.ToJsonString(Form);
    }
}
