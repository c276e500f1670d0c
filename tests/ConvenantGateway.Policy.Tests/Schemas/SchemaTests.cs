using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy.Tests;

public sealed class SchemaTests
{
    private static readonly YamlText Yaml = new(PolicyRoot.Files);

    public static TheoryData<string> Names => [.. PolicySchemas.Of(PolicyRoot.Load(PolicyRoot.Wbp)).Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_OfAKind_FitsEveryFileOfTheFolder(string name)
    {
        var (pattern, json) = PolicySchemas.Of(PolicyRoot.Load(PolicyRoot.Wbp))[name];
        var files = Matching(pattern);

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => SchemaCheck.Errors(Yaml.File(f), JsonNode.Parse(json)!, f)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_UnknownKey_IsRefused(string name)
    {
        var (pattern, json) = PolicySchemas.Of(PolicyRoot.Load(PolicyRoot.Wbp))[name];
        var file = Yaml.File(Matching(pattern)[0]);
        file["surprise"] = "yes";

        Assert.Contains(SchemaCheck.Errors(file, JsonNode.Parse(json)!, name), e => e.Contains("surprise", StringComparison.Ordinal));
    }

    [Fact]
    public void Schemas_Together_CoverEveryFileThatIsNoMarkdown()
    {
        var patterns = PolicySchemas.Of(PolicyRoot.Load(PolicyRoot.Wbp)).Values.Select(s => s.Pattern).ToList();

        var uncovered = PolicyRoot.Files.Files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) && !f.StartsWith("wegwijzer/", StringComparison.Ordinal) && !patterns.Exists(p => Fits(p, f)));

        Assert.Empty(uncovered);
    }

    private static List<string> Matching(string pattern) => [.. PolicyRoot.Files.Files.Keys.Where(f => Fits(pattern, f))];

    private static bool Fits(string pattern, string file) => Regex.IsMatch(file, $"^{Regex.Escape(pattern).Replace("\\*", "[^/]*", StringComparison.Ordinal)}$");
}
