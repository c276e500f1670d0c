using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The committed <c>policies/elements</c>, against what must and must not come through them.</summary>
[Trait("Mutants", "last")]
public sealed class PolicyElementsTests
{
    private static readonly ElementClassification[] Files =
        [.. Directory.GetFiles(Folder(), "*.yaml").Order(StringComparer.Ordinal).Select(static f => ElementsFile.Read($"elements/{Path.GetFileName(f)}", File.ReadAllBytes(f)).Source!.Classification)];

    private static readonly ResourceFilter Filter = new(Files.ToFrozenDictionary(static f => f.ResourceType, StringComparer.Ordinal));

    private static readonly FilterScope Everything = new(CategorySet.All, CategorySet.All, new ReleasedTargets("Patient/1", "ServiceRequest/1", "Observation/1"), false);

    [Fact]
    public void Files_EveryPath_IsInR4() => Assert.All(Files, static f => Assert.Empty(ResourceFilter.Check(f)));

    [Theory]
    [InlineData("Patient")]
    [InlineData("EpisodeOfCare")]
    [InlineData("ServiceRequest")]
    [InlineData("Task")]
    [InlineData("Condition")]
    [InlineData("Observation")]
    [InlineData("Flag")]
    [InlineData("RelatedPerson")]
    [InlineData("Consent")]
    [InlineData("Organization")]
    [InlineData("PractitionerRole")]
    [InlineData("Location")]
    public void Files_TypeOfTheFirstExchange_HasAPlace(string type) => Assert.Contains(Files, f => f.ResourceType == type);

    /// <summary>A resource-level modifier without a line takes the whole resource: that must be meant.</summary>
    [Fact]
    public void Files_EveryModifierOfTheResource_IsListed()
    {
        foreach (var file in Files)
        {
            foreach (var modifier in R4Catalogue.Find(file.ResourceType)!.Elements.Where(static e => e is { IsModifier: true, Name: not "modifierExtension" }))
            {
                Assert.Contains(file.Elements, e => e.Path.StartsWith(modifier.Name, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Task_OfTheGateway_ArrivesWhole()
    {
        const string Json = """{"resourceType":"Task","id":"t","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00.000Z"},"status":"requested","intent":"order","code":{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/doel","code":"REFER"}]},"for":{"reference":"Patient/1"},"authoredOn":"2026-01-01T00:00:00.000Z","requester":{"identifier":{"system":"https://convenantgateway.nl/fhir/NamingSystem/partner","value":"ashg-noord"}},"owner":{"identifier":{"system":"https://convenantgateway.nl/fhir/NamingSystem/partner","value":"vrouwenopvang-noord"}}}""";

        Assert.Equal(Json, Filter.Left(Json, Everything));
    }

    [Theory]
    [InlineData("Task", "requester")]
    [InlineData("Task", "owner")]
    [InlineData("ServiceRequest", "requester")]
    public void Reporter_ByTheNumberOfAPerson_DoesNotArrive(string type, string element)
    {
        var left = Filter.Left($$"""{"resourceType":"{{type}}","status":"requested","intent":"order","subject":{"reference":"Patient/1"},"{{element}}":{"identifier":{"system":"https://fhir.nl/fhir/NamingSystem/uzi-nr-pers","value":"900012345"},"display":"A. Melder"} }""", Everything);

        Assert.DoesNotContain("900012345", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Melder", left, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_RelatedPerson_IsARelationOnly()
    {
        var left = Filter.Left("""{"resourceType":"RelatedPerson","patient":{"reference":"Patient/1"},"relationship":[{"text":"ex-partner"}],"name":[{"family":"Berg"}],"telecom":[{"value":"06-1"}],"gender":"male","birthDate":"1980-01-02","address":[{"city":"X"}]}""", Everything);

        Assert.Equal("""{"resourceType":"RelatedPerson","patient":{"reference":"Patient/1"},"relationship":[{"text":"ex-partner"}]}""", left);
    }

    [Theory]
    [InlineData("D01", false)]
    [InlineData("D01 D03", true)]
    public void Filter_Bsn_GoesWithItsCategoryOnly(string released, bool arrives)
    {
        var left = Filter.Left("""{"resourceType":"Patient","identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999990019"}],"name":[{"family":"Berg"}]}""", Lines.Scope(released));

        Assert.Equal(arrives, left!.Contains("999990019", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("D08", true)]
    [InlineData("D01 D14", false)]
    public void Flag_SafetyLine_FollowsItsClass(string released, bool arrives)
    {
        var outcome = Filter.Run("""{"resourceType":"Flag","status":"active","code":{"text":"bezit mes, zoekt haar"},"subject":{"reference":"Patient/1"}}""", Lines.Scope(released, Everything.References, resourceClass: "D08"));

        Assert.Equal(arrives, outcome.Body is not null);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "policies", "elements");
}
