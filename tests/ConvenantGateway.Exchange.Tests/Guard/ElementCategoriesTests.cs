using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Guard;

public sealed class ElementCategoriesTests
{
    [Theory]
    [InlineData("""{"telecom":[{"use":"temp","value":"1"}]}""", ElementKind.Category, 2)]
    [InlineData("""{"telecom":[{"use":"home","value":"1"}]}""", ElementKind.Category, 4)]
    [InlineData("""{"contact":[{"name":{"extension":[{"valueString":"1"}]}}]}""", ElementKind.Category, 21)]
    [InlineData("""{"_name":[{"extension":[{"valueString":"1"}]}]}""", ElementKind.Category, 1)]
    [InlineData("""{"identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"1"}]}""", ElementKind.Category, 3)]
    [InlineData("""{"identifier":[{"system":"http://elders","value":"1"}]}""", ElementKind.Withheld, 0)]
    [InlineData("""{"photo":[{"title":"1"}]}""", ElementKind.Withheld, 0)]
    [InlineData("""{"id":"1"}""", ElementKind.Structure, 0)]
    public void Down_Element_TakesTheMostSpecificLineAndInherits(string json, ElementKind kind, int category)
    {
        using var document = JsonDocument.Parse(json);
        var leaf = ResourceLeaves.Of(document.RootElement, GuardRun.Elements["Patient"]).Single(static l => l.Text == "1");
        Assert.Equal(new ElementPlace(kind, category == 0 ? default : CategorySet.Of(category)), leaf.Place);
    }

    [Theory]
    [InlineData("""{"valueString":"1"}""", ElementKind.ResourceClass)]
    [InlineData("""{"valueQuantity":{"unit":"1"}}""", ElementKind.Category)]
    [InlineData("""{"valued":"1"}""", ElementKind.Withheld)]
    [InlineData("""{"telecom":[{"use":"home","system":"phone","value":"1"}]}""", ElementKind.Structure)]
    [InlineData("""{"telecom":[{"use":"home","system":"fax","value":"1"}]}""", ElementKind.Withheld)]
    public void Down_ChoicesAndSlicesOfTwoConditions_AreFound(string json, ElementKind kind)
    {
        var lines = new ElementClassification("Observation", default, [],
        [
            new ElementRule("value", ElementKind.ResourceClass, default),
            new ElementRule("valueQuantity", ElementKind.Category, CategorySet.Of(5)),
            new ElementRule("telecom[use=home][system=phone]", ElementKind.Structure, default),
        ]);
        using var document = JsonDocument.Parse(json);

        Assert.Equal(kind, ResourceLeaves.Of(document.RootElement, lines).Single(static l => l.Text == "1").Place.Kind);
    }
}
