using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>The class of a foreign resource, from its bytes. What hides a label releases nothing.</summary>
public sealed class BundleClassTests
{
    private const string Category = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie";

    private static ResourceFilter Filter => Lines.Filter(Lines.Of("Observation", CategorySet.Of(14), "status structure", "code class") with
    {
        ClassRules =
        [
            new ResourceClassRule("code.coding", "http://snomed", "V*", CategorySet.Of(16)),
            new ResourceClassRule("category.coding", Category, "*", default),
            new ResourceClassRule("category.coding", "http://soc", "sh", CategorySet.Of(23)),
        ],
        Labels = [new SecurityLabel("http://act", "PSY", CategorySet.Of(15)), new SecurityLabel("http://act", "N", default)],
    });

    [Theory]
    [InlineData("", "D14")]
    [InlineData("""
        "category":[{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D08"}]}]
        """, "D08")]
    [InlineData("""
        "category":[{"coding":[{"code":"D08","display":"x","system":"https:\/\/convenantgateway.nl\/fhir\/CodeSystem\/gegevenscategorie"}]}]
        """, "D08")]
    [InlineData("""
        "category":[{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D08"},{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"\u004408"}]},{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D09"}]}]
        """, "D08 D09")]
    [InlineData("""
        "category":[{"coding":[{"system":"http://soc","code":"sh"}]}]
        """, "D23")]
    [InlineData("""
        "category":[{"coding":[{"system":"http://soc","code":"sh"},{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D08"}]}],"code":{"coding":[{"system":"http://snomed","code":"V12"}]}
        """, "D08 D16")]
    [InlineData("""
        "meta":{"security":[{"system":"http://act","code":"PSY"}]}
        """, "D14 D15")]
    [InlineData("""
        "meta":{"security":[{"system":"http://act","code":"N"},{"system":"http://other","code":"PSY"}]}
        """, "D14")]
    [InlineData("""
        "meta":{"security":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D05"}]}
        """, "D05 D14")]
    public void Class_OfAResource_IsWhatItsCodesAndLabelsSay(string elements, string expected) => Assert.Equal(expected, ClassOf(elements));

    [Theory]
    [InlineData("""
        "category":[{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie","code":"D99"}]}]
        """)]
    [InlineData("""
        "category":[{"coding":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie"}]}]
        """)]
    [InlineData("""
        "meta":{"security":[{"system":"http://act","code":"UNKNOWN"}]}
        """)]
    [InlineData("""
        "m\u0065ta":{"security":[{"system":"http://act","code":"PSY"}]}
        """)]
    [InlineData("""
        "meta":{"s\u0065curity":[{"system":"http://act","code":"PSY"}]}
        """)]
    [InlineData("""
        "meta":{"security":[{"syst\u0065m":"http://act","code":"PSY"}]}
        """)]
    public void Class_LabelThatIsUnknownOrHidden_NeedsEverything(string elements) => Assert.Equal(CategorySet.All.ToString(), ClassOf(elements));

    /// <summary>Which organisations are public is known at intake only: a house by its name is a place.</summary>
    [Theory]
    [InlineData("Organization")]
    [InlineData("Location")]
    public void Class_OfAnOrganisationOrPlace_IsAHiddenPlace(string type)
    {
        var outcome = Lines.Filter(Lines.Of(type, "name structure")).Run("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"" + type + "\",\"name\":\"geheim\"}}]}", new FixedScopes("D01"));

        Assert.Equal("D05", outcome.Index.Entries[0].Class.ToString());
        Assert.DoesNotContain("geheim", outcome.Left, StringComparison.Ordinal);
    }

    private static string ClassOf(string elements)
    {
        var comma = elements.Length == 0 ? "" : ",";
        var outcome = Filter.Run("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Observation\"" + comma + elements + "}}]}", new FixedScopes("D01"));
        Assert.Null(outcome.Refusal);
        return outcome.Index.Entries[0].Class.ToString();
    }
}
