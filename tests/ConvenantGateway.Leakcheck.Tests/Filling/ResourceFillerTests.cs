using System.Text.Json.Nodes;
using ConvenantGateway.Cli.Leakcheck;
using ConvenantGateway.Cli.Policy;
using ConvenantGateway.Exchange;
using ConvenantGateway.Filter;
using ConvenantGateway.Intake;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Leakcheck.Tests.Filling;

/// <summary>The filler fills all of R4 that a type has, and intake takes it.</summary>
public sealed class ResourceFillerTests
{
    private static readonly PolicySnapshot Snapshot = PolicySet.Load(PolicyDirectory.Read(new DirectoryInfo(Repository.Policies)), "modelconvenant-2009").Snapshot!;

    public static TheoryData<string> Types => [.. Snapshot.Elements.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Fill_EveryVariant_PassesStrictIntake(string type)
    {
        var book = new CanaryBook();
        var filler = new ResourceFiller(book, Snapshot.Elements);
        for (var variant = 0; variant < ResourceFiller.VariantsOf(type); variant++)
        {
            var home = new CanaryHome("ashg-noord", "test", BetrokkeneRol.Slachtoffer, CategorySet.Of(8));
            var resource = filler.Fill(type, new FillPlan(home, "urn:uuid:0f9c0c0e-0000-4000-8000-000000000001", null, variant, IsDeep: true));
            var result = new FhirIntake().ReadTransaction(System.Text.Encoding.UTF8.GetBytes(Bundle(resource, type).ToJsonString()), new IntakeContext
            {
                Sender = PartnerId.Parse("ashg-noord"), Register = PartnerId.Parse("amk-noord"), Purpose = new Purpose("REFER"), Elements = Snapshot.Elements, Partners = Snapshot.Partners,
                AddressHash = static s => s, NewId = static () => Guid.NewGuid().ToString(),
            });
            Assert.True(result.Message is not null, $"variant {variant}: {string.Join('\n', result.Issues.Select(static i => $"{i.Expression} {i.Text}"))}");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Fill_AllVariantsTogether_HoldEveryElementOfTheCatalogue(string type)
    {
        var book = new CanaryBook();
        var filler = new ResourceFiller(book, Snapshot.Elements);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var variant = 0; variant < ResourceFiller.VariantsOf(type); variant++)
        {
            var home = new CanaryHome("ashg-noord", "test", BetrokkeneRol.Slachtoffer, CategorySet.Of(8));
            Walk(filler.Fill(type, new FillPlan(home, "urn:x", null, variant, IsDeep: true)), R4Catalogue.Find(type)!, names);
        }

        Assert.Equal([], Expected(R4Catalogue.Find(type)!).Except(names, StringComparer.Ordinal));
        Assert.Contains($"{type}._language", names);
    }

    private static IEnumerable<string> Expected(CatalogueType type)
    {
        foreach (var element in type.Elements)
        {
            foreach (var choice in element.Types)
            {
                yield return $"{type.Name}.{element.JsonName(choice)}";
            }

            if (element.Types is [var only] && only.StartsWith(type.Name + ".", StringComparison.Ordinal))
            {
                foreach (var inner in Expected(R4Catalogue.Find(only)!))
                {
                    yield return inner;
                }
            }
        }
    }

    private static void Walk(JsonObject node, CatalogueType type, HashSet<string> names)
    {
        foreach (var (name, value) in node)
        {
            names.Add($"{type.Name}.{name}");
            if (type.Elements.FirstOrDefault(e => e.Name == name) is { Types: [var only] } && R4Catalogue.Find(only) is { Form: TypeForm.Complex } inner)
            {
                foreach (var item in value is JsonArray many ? many : [value!.DeepClone()])
                {
                    Walk(item!.AsObject(), inner, names);
                }
            }
        }
    }

    private static JsonObject Bundle(JsonObject resource, string type) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "transaction",
        ["entry"] = new JsonArray(new JsonObject { ["resource"] = resource, ["request"] = new JsonObject { ["method"] = "POST", ["url"] = type } }),
    };
}
