using System.Text.Json.Nodes;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The words of JSON Schema, and the closed lists of a set in their order: a schema that changes without need makes noise in a repository.</summary>
public sealed class SchemaShapeTests
{
    private readonly PolicySnapshot _snapshot = TestCovenant.Snapshot(TestCovenant.Rule);

    [Fact]
    public void Map_KeysWithAMark_AreRequired()
    {
        Assert.Equal(
            """{"type":"object","additionalProperties":false,"properties":{"a":{"type":"string"},"b":{"type":"boolean"}},"required":["a"]}""",
            Shape.Map(("a!", Shape.Text()), ("b", Shape.Flag())).ToJsonString());
        Assert.Equal("""{"type":"object","additionalProperties":false,"properties":{"b":{"type":"boolean"}}}""", Shape.Map(("b", Shape.Flag())).ToJsonString());
    }

    [Fact]
    public void Bounded_List_HasItsLeastAndItsMost()
    {
        Assert.Equal("""{"type":"array","items":{"type":"string"},"minItems":2}""", Shape.Bounded(Shape.List(Shape.Text()), 2).ToJsonString());
        Assert.Equal("""{"type":"array","items":{"type":"string"},"minItems":2,"maxItems":3}""", Shape.Bounded(Shape.List(Shape.Text()), 2, 3).ToJsonString());
    }

    [Fact]
    public void Codes_OfASet_AreInOrder()
    {
        var codes = new SchemaCodes(TestCovenant.Words, ["b", "a"]);

        Assert.Equal("""{"enum":["AMK","ASHG","POL","VO"]}""", codes.Kind().ToJsonString());
        Assert.Equal("""{"enum":["any","AMK","ASHG","POL","VO"]}""", codes.Kind(any: true).ToJsonString());
        Assert.Equal("""{"enum":["REFER","TREAT"]}""", codes.Purpose().ToJsonString());
        Assert.Equal("""{"enum":["any","REFER","TREAT"]}""", codes.Purpose(any: true).ToJsonString());
        Assert.Equal("""{"enum":["G-CONSENT","G-LEGIT","G-OWN","G-VROEG","G-WPG20"]}""", codes.Ground().ToJsonString());
        Assert.Equal("""{"enum":["NL-2009","NL-2013","NL-2015"]}""", codes.Profile().ToJsonString());
    }

    [Fact]
    public void Schemas_OfASet_HaveATitleAndAreReadable()
    {
        var (pattern, json) = PolicySchemas.Of(_snapshot)["purposes"];

        Assert.Equal("purposes.yaml", pattern);
        Assert.StartsWith("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"ConvenantGateway policies: purposes\",\n  \"type\": ", json.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_OfRules_DifferForTheLawAndACovenant()
    {
        var schemas = PolicySchemas.Of(_snapshot);

        Assert.DoesNotContain("\"narrows\"", schemas["statute-rules"].Json, StringComparison.Ordinal);
        Assert.Contains("\"narrows\"", schemas["covenant-rules"].Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_OfPartnersAndPlans_NameThemInOrder()
    {
        var plan = Wegwijzer.SmallGuide.Read().Plans["klein"];
        var guide = new WegwijzerGuide { Notice = "", NoticeEnglish = "", Digest = "", Plans = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("b", plan), KeyValuePair.Create("a", plan)]), Outcomes = System.Collections.Frozen.FrozenDictionary<string, WegwijzerOutcome>.Empty };

        Assert.Equal("wegwijzer/{a,b}.yaml", PolicySchemas.Of(_snapshot with { Wegwijzer = guide })["wegwijzer-plan"].Pattern);
        var partners = JsonNode.Parse(PolicySchemas.Of(_snapshot)["decision"].Json)!["properties"]!["from"]!["enum"]!.AsArray().Select(static n => (string)n!);
        Assert.Equal(["ashg-noord", "opvang-noord", "politie-noord"], partners);
    }
}
