using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed partial class SchemaTests
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

        var uncovered = PolicyRoot.Files.Files.Keys.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) && !patterns.Exists(p => Fits(p, f)));

        Assert.Empty(uncovered);
    }

    [Theory]
    [InlineData("kind: yes-no", "kind: no-yes")]
    [InlineData("    sources:\n      - { law: BWBR0016637, article: \"53(1)\", text: 2017-05-10 }\n      - { law: BWBR0016637, article: \"53(2)\", text: 2017-05-10 }\n", "    sources: []\n")]
    [InlineData("when: { purpose: [ADVICE] }", "when: { purpose: [NONSENSE] }")]
    [InlineData("    help-english: \"Think of talking about a situation without name, address or date of birth.\"\n", "")]
    [InlineData("      - answer: ja\n        next: OUT-ADVICE\n", "")]
    public void Schema_OfAPlan_RefusesWhatTheLoaderRefuses(string old, string replacement)
    {
        const string Path = "wegwijzer/amk.yaml";
        var changed = PolicyRoot.Files.With(Path, old, replacement);
        var json = PolicySchemas.Of(PolicyRoot.Load(PolicyRoot.Wbp))["wegwijzer-plan"].Json;

        Assert.NotEmpty(PolicyLoader.Load(changed, PolicyRoot.Options(PolicyRoot.Wbp)).Errors);
        Assert.NotEmpty(SchemaCheck.Errors(new YamlText(changed).File(Path), JsonNode.Parse(json)!, Path));
    }

    private static List<string> Matching(string pattern) => [.. PolicyRoot.Files.Files.Keys.Where(f => Fits(pattern, f))];

    /// <summary>A glob of editors: a star stops at a slash, braces list alternatives.</summary>
    private static bool Fits(string pattern, string file) => Regex.IsMatch(file, $"^{Braces().Replace(Regex.Escape(pattern).Replace("\\*", "[^/]*", StringComparison.Ordinal), static m => $"({m.Groups[1].Value.Replace(',', '|')})")}$");

    [GeneratedRegex(@"\\\{(.*?)\}")]
    private static partial Regex Braces();
}
