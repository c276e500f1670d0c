using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

/// <summary>The class of a resource is read twice in this product: from objects at intake, from bytes in a foreign Bundle. Both must say the same.</summary>
public sealed class ForeignClassTests
{
    private static readonly string[] Systems = [CodeSystems.Categorie, "http://act", "http://icpc", "http://other"];
    private static readonly string[] Codes = ["D08", "D14", "D5", "PSY", "N", "P12", "P", "x", ""];

    private static readonly ElementClassification Condition = new("Condition", CategorySet.Of(14), [], [new ElementRule("code", ElementKind.ResourceClass, default)])
    {
        ClassRules =
        [
            new ResourceClassRule("code.coding", "http://icpc", "P*", CategorySet.Of(15)),
            new ResourceClassRule("evidence.code.coding", "http://icpc", "P*", CategorySet.Of(15)),
            new ResourceClassRule("category.coding", CodeSystems.Categorie, "*", default),
            new ResourceClassRule("category.coding", "http://other", "x", CategorySet.Of(23)),
        ],
        Labels = [new SecurityLabel("http://act", "PSY", CategorySet.Of(16)), new SecurityLabel("http://act", "N", default)],
    };

    [Fact]
    public void Class_FromObjectsAndFromBytes_IsTheSame()
    {
        var random = new Random(20261129);
        var index = new BundleIndex();
        using var buffer = new FilterBuffer();
        var bundles = new BundleFilter(new ResourceFilter(new[] { Condition }.ToFrozenDictionary(static c => c.ResourceType)));
        for (var i = 0; i < 2000; i++)
        {
            var resource = new JsonObject
            {
                ["resourceType"] = "Condition",
                ["meta"] = new JsonObject { ["security"] = Codings(random) },
                ["category"] = new JsonArray(new JsonObject { ["coding"] = Codings(random) }, new JsonObject { ["coding"] = Codings(random) }),
                ["code"] = new JsonObject { ["coding"] = Codings(random) },
                ["evidence"] = new JsonArray(new JsonObject { ["code"] = new JsonArray(new JsonObject { ["coding"] = Codings(random) }) }),
            };
            var bundle = Encoding.UTF8.GetBytes($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{resource.ToJsonString()}}}]}""");
            Assert.Null(bundles.Filter(bundle, new Nothing(), ""u8, index, buffer).Refusal);

            Assert.Equal(ClassColumn.Read(new BundleEntry(0, null, "Condition", resource), Condition), index.Entries[0].Class);
        }
    }

    private static JsonArray Codings(Random random) =>
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)new JsonObject { ["system"] = Systems[random.Next(Systems.Length)], ["code"] = Codes[random.Next(Codes.Length)] })];

    private sealed class Nothing : IBundleScopes
    {
        public FilterScope Of(BundleIndex bundle, int entry) => default;
    }
}
