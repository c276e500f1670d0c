using System.Collections.Frozen;
using System.Text;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

public sealed class DataCoverageTests
{
    private static ElementClassification Patient => Lines.Of(
        "Patient", "name D01", "extension withheld", "extension[url=http://known] D17", "identifier[system=http://bsn] D03", "photo withheld", "birthDate D01", "birthDate.extension[url=http://time] withheld");

    [Fact]
    public void Add_EveryKindOfValue_IsCountedByItsLine()
    {
        var leaves = Leaves("""
            {"resourceType":"Patient","id":"1","active":true,"naam":{"diep":["a","b"]},
            "name":[{"family":"Berg","given":["A","B"],"id":"x","extension":[{"url":"http://x","valueString":"a"}]}],
            "extension":[{"url":"http://known","valueCode":"a"},{"url":"http://other","valueCode":"a"}],
            "identifier":[{"system":"http://bsn","value":"1"},{"system":"http://y","value":"2"}],
            "photo":[{"title":"a","extension":[{"url":"http://x","valueString":"a"}]}],
            "birthDate":"1980-01-02","_birthDate":{"extension":[{"url":"http://time","valueDateTime":"1980-01-02T03:04:05Z"}]}}
            """);

        Assert.Equal(
            [
                "Patient.active ByDefault  1",
                "Patient.birthDate Classified D01 1",
                "Patient.birthDate.extension[url=http://time].url Withheld withheld 1",
                "Patient.birthDate.extension[url=http://time].value Withheld withheld 1",
                "Patient.extension[url=http://known].url Classified D17 1",
                "Patient.extension[url=http://known].value Classified D17 1",
                "Patient.extension[url=http://other] Unknown  2",
                "Patient.id ByDefault  1",
                "Patient.identifier.system ByDefault  1",
                "Patient.identifier.system Classified D03 1",
                "Patient.identifier.value ByDefault  1",
                "Patient.identifier.value Classified D03 1",
                "Patient.naam Unknown  2",
                "Patient.name.extension[url=http://x] Unknown  2",
                "Patient.name.family Classified D01 1",
                "Patient.name.given Classified D01 2",
                "Patient.name.id ByDefault  1",
                "Patient.photo.extension[url=http://x] Withheld withheld 2",
                "Patient.photo.title Withheld withheld 1",
            ],
            leaves);
    }

    [Fact]
    public void Add_Bundle_ReadsWhatIsInIt()
    {
        var coverage = Coverage("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","name":[{"family":"Berg"}]}},{"resource":{"resourceType":"Claim","status":"active"}}]}""");

        Assert.Equal(2, coverage.Resources);
        Assert.Equal([new DataLeaf("Claim", CoverageState.Unknown, "", 1), new DataLeaf("Patient.name.family", CoverageState.Classified, "D01", 1)], coverage.Leaves());
    }

    /// <summary>A name or a url that is none could be a value.</summary>
    [Theory]
    [InlineData("""{"resourceType":"Patient","Beukenlaan 5":"a"}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"Beukenlaan 5","valueString":"a"}]}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://x?adres=Beukenlaan","valueString":"a"}]}""")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":"http://x#Beukenlaan","valueString":"a"}]}""")]
    public void Leaves_NameThatIsNone_IsNotWritten(string json)
    {
        var leaf = Assert.Single(Coverage(json).Leaves());

        Assert.DoesNotContain("Beukenlaan", leaf.Path, StringComparison.Ordinal);
        Assert.Contains('?', leaf.Path);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"name":[]}""")]
    [InlineData("""{"resourceType":"Patiënt"}""")]
    [InlineData("""{"resourceType":"Patient","name":[],"name":[]}""")]
    public void Add_NoResource_IsAFormatException(string json) => Assert.Throws<FormatException>(() => Coverage(json));

    private static IEnumerable<string> Leaves(string json) => Coverage(json).Leaves().Select(static l => $"{l.Path} {l.State} {l.As} {l.Count}");

    private static DataCoverage Coverage(string json)
    {
        var coverage = new DataCoverage(new[] { Patient }.ToFrozenDictionary(static c => c.ResourceType, StringComparer.Ordinal));
        coverage.Add(Encoding.UTF8.GetBytes(json));
        return coverage;
    }
}
