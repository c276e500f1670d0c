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

    /// <summary>The slice with the most fixed values decides, and only if all of them are there.</summary>
    [Fact]
    public void Add_SlicesOfOneAndTwoValues_AreCountedByTheNarrowest()
    {
        var leaves = Leaves(
            Lines.Of("Patient", "telecom D04", "telecom[use=home] D02", "telecom[use=home][system=phone] D03", "telecom[use=home][system=phone].rank withheld", "telecom.rank D04", "telecom.period D04", "telecom[use=home].period withheld"),
            """{"resourceType":"Patient","telecom":[{"use":"home","system":"phone","rank":1},{"use":"home","system":"email","period":{"start":"2009"}},{"use":5,"system":"phone"}]}""");

        Assert.Equal(
            [
                "Patient.telecom.period.start Withheld withheld 1", "Patient.telecom.rank Withheld withheld 1", "Patient.telecom.system Classified D02 1", "Patient.telecom.system Classified D03 1",
                "Patient.telecom.system Classified D04 1", "Patient.telecom.use Classified D02 1", "Patient.telecom.use Classified D03 1", "Patient.telecom.use Classified D04 1",
            ],
            leaves);
    }

    /// <summary>A display and an identifier beside a Reference say who it is: they need a line of their own; the display of a code does not.</summary>
    [Fact]
    public void Add_PartsOfAReference_AreNotInherited() => Assert.Equal(
        ["Patient.managingOrganization.display ByDefault  1", "Patient.managingOrganization.identifier.value ByDefault  1", "Patient.managingOrganization.reference Classified D01 1", "Patient.maritalStatus.coding.display Classified D01 1"],
        Leaves(
            Lines.Of("Patient", "managingOrganization D01", "maritalStatus D01"),
            """{"resourceType":"Patient","managingOrganization":{"reference":"a","display":"b","identifier":{"value":"c"}},"maritalStatus":{"coding":[{"display":"d"}]}}"""));

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":["Berg"]}""", "Patient.name Classified D01 1")]
    [InlineData("""{"resourceType":"Patient","extension":[{"url":5}]}""", "Patient.extension[url=?] Unknown  1")]
    [InlineData("""{"resourceType":"Patient","identifier":[{"system":5}]}""", "Patient.identifier.system ByDefault  1")]
    [InlineData("""{"resourceType":"Patient","":1}""", "Patient.? Unknown  1")]
    public void Add_ValueOfAnotherForm_IsCountedWhereItStands(string json, string leaf) => Assert.Equal([leaf], Leaves(json));

    [Fact]
    public void Leaves_NamesAndUrlsUpToTheirLimit_AreWritten()
    {
        foreach (var (length, isWritten) in (ReadOnlySpan<(int, bool)>)[(64, true), (65, false)])
        {
            var name = new string('a', length);
            Assert.Equal([$"Patient.{(isWritten ? name : "?")} Unknown  1"], Leaves($$"""{"resourceType":"Patient","{{name}}":1}"""));
        }

        foreach (var (length, isWritten) in (ReadOnlySpan<(int, bool)>)[(200, true), (201, false)])
        {
            var url = "http://x/" + new string('a', length - 9);
            Assert.Equal([$"Patient.extension[url={(isWritten ? url : "?")}] Unknown  1"], Leaves($$"""{"resourceType":"Patient","extension":[{"url":"{{url}}"}]}"""));
        }
    }

    [Fact]
    public void Add_NotReadable_SaysTheLine() => Assert.Contains("line 2", Assert.Throws<FormatException>(static () => Coverage("{\n,")).Message, StringComparison.Ordinal);

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

    private static IEnumerable<string> Leaves(string json) => Leaves(Patient, json);

    private static IEnumerable<string> Leaves(ElementClassification lines, string json) => Coverage(json, lines).Leaves().Select(static l => $"{l.Path} {l.State} {l.As} {l.Count}");

    private static DataCoverage Coverage(string json, ElementClassification? lines = null)
    {
        var coverage = new DataCoverage(new[] { lines ?? Patient }.ToFrozenDictionary(static c => c.ResourceType, StringComparer.Ordinal));
        coverage.Add(Encoding.UTF8.GetBytes(json));
        return coverage;
    }
}
