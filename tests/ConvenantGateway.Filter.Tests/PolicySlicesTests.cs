using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>Slices and extensions of the committed <c>policies/elements</c>: where the same element is another category by its use, its system or its url.</summary>
[Trait("Mutants", "last")]
public sealed class PolicySlicesTests
{
    private const string StreetName = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName";

    private static readonly ReleasedTargets Targets = new("Patient/1", "ServiceRequest/1", "Observation/1");

    [Theory]
    [InlineData("temp", "D04", false)]
    [InlineData("temp", "D05", true)]
    [InlineData("home", "D04", true)]
    [InlineData("home", "D05", false)]
    [InlineData("old", "D04", true)]
    [InlineData("work", "D04 D05 D23", false)]
    [InlineData("billing", "D04 D05", false)]
    public void Address_ByItsUse_IsHomeOrWhereSheStays(string use, string released, bool arrives)
    {
        var left = Left($$"""{"resourceType":"Patient","active":true,"address":[{"use":"{{use}}","line":["Beukenlaan 5"],"postalCode":"1234AB"}]}""", released);

        Assert.Equal(arrives, left.Contains("Beukenlaan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("temp", "D02", true)]
    [InlineData("mobile", "D02", false)]
    [InlineData("mobile", "D04", true)]
    [InlineData("work", "D02 D04 D05 D23", false)]
    [InlineData("old", "D02 D04", false)]
    public void Telecom_ByItsUse_IsSafeOrLeadsHome(string use, string released, bool arrives) =>
        Assert.Equal(arrives, Left($$"""{"resourceType":"Patient","active":true,"telecom":[{"system":"phone","use":"{{use}}","value":"06-00000000"}]}""", released).Contains("06-0", StringComparison.Ordinal));

    /// <summary>A number without a use could be anything.</summary>
    [Fact]
    public void Telecom_WithoutUse_DoesNotArrive() =>
        Assert.DoesNotContain("06-0", Left("""{"resourceType":"Patient","active":true,"telecom":[{"system":"phone","value":"06-00000000"}]}""", "D02 D04 D05"), StringComparison.Ordinal);

    [Theory]
    [InlineData("D01", false)]
    [InlineData("D04", true)]
    public void AddressLine_NlCoreParts_GoWithTheAddress(string released, bool arrives)
    {
        var left = Left($$"""{"resourceType":"Patient","active":true,"address":[{"line":["Beukenlaan 5"],"_line":[{"extension":[{"url":"{{StreetName}}","valueString":"Beukenlaan"}]}]}]}""", released);

        Assert.Equal(arrives, left.Contains(StreetName, StringComparison.Ordinal));
        Assert.Equal(arrives, left.Contains("Beukenlaan", StringComparison.Ordinal));
    }

    [Fact]
    public void Address_NotReleased_IsOneElementInTheReport()
    {
        var outcome = PolicyElements.Filter.Run("""{"resourceType":"Patient","active":true,"address":[{"use":"home","line":["Beukenlaan 5"],"city":"Noordstad"}]}""", Lines.Scope("D01", Targets));

        Assert.Equal(new WithheldElement("Patient.address", CategorySet.Of(4), 1), Assert.Single(outcome.Withheld));
    }

    [Fact]
    public void Name_OfThePartner_StaysOut()
    {
        const string Root = "http://hl7.org/fhir/StructureDefinition/humanname-";
        var left = Left($$$"""{"resourceType":"Patient","active":true,"name":[{"family":"Berg","_family":{"extension":[{"url":"{{{Root}}}own-name","valueString":"Berg"},{"url":"{{{Root}}}partner-name","valueString":"Dijk"}]}}]}""", "D01 D06 D21");

        Assert.Contains("own-name", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Dijk", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D01", false)]
    [InlineData("D17", true)]
    public void Nationality_ByCategory_IsOrigin(string released, bool arrives)
    {
        var left = Left("""{"resourceType":"Patient","active":true,"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-nationality","extension":[{"url":"code","valueCodeableConcept":{"coding":[{"code":"XXK"}]}}]}]}""", released);

        Assert.Equal(arrives, left.Contains("XXK", StringComparison.Ordinal));
    }

    /// <summary>Where somebody is, told by something else (domain: location by inference).</summary>
    [Theory]
    [InlineData("Patient", """ "meta":{"source":"https://geheim.example"} """)]
    [InlineData("Patient", """ "meta":{"profile":["https://geheim.example/p"]} """)]
    [InlineData("Patient", """ "language":"geheim" """)]
    [InlineData("Patient", """ "generalPractitioner":[{"reference":"Observation/1","display":"geheim"}] """)]
    [InlineData("Patient", """ "managingOrganization":{"reference":"Observation/1","display":"geheim"} """)]
    [InlineData("Patient", """ "contact":[{"relationship":[{"text":"zus"}],"address":{"city":"geheim"}}] """)]
    [InlineData("Patient", """ "extension":[{"url":"http://fhir.nl/fhir/StructureDefinition/nl-core-preferred-pharmacy","valueReference":{"display":"geheim"}}] """)]
    [InlineData("Patient", """ "identifier":[{"system":"https://ziekenhuis.example/patient","value":"geheim"}] """)]
    [InlineData("Condition", """ "subject":{"reference":"Patient/1"},"encounter":{"reference":"Observation/1","display":"geheim"} """)]
    [InlineData("Procedure", """ "status":"completed","subject":{"reference":"Patient/1"},"location":{"display":"geheim"} """)]
    [InlineData("Organization", """ "active":true,"alias":["geheim"],"partOf":{"display":"geheim"} """)]
    [InlineData("Provenance", """ "target":[{"reference":"Observation/1"}],"recorded":"2026-01-01T00:00:00Z","agent":[{"who":{"display":"geheim"}}],"location":{"display":"geheim"} """)]
    public void Place_ByInference_StaysOutWhateverIsReleased(string type, string element) =>
        Assert.DoesNotContain("geheim", Left($$"""{"resourceType":"{{type}}",{{element}} }""", string.Join(' ', CategorySet.All.Codes())), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"resourceType":"Task","status":"rejected","intent":"order","statusReason":{"coding":[{"code":"vol","display":"geheim"}],"text":"geheim"}}""")]
    [InlineData("""{"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"reference":"Patient/1"},"category":[{"coding":[{"code":"x","display":"geheim"}],"text":"geheim"}]}""")]
    [InlineData("""{"resourceType":"Patient","active":true,"meta":{"security":[{"system":"https://convenantgateway.nl/fhir/CodeSystem/herkomst","code":"WPG","display":"geheim"}]}}""")]
    public void Words_BesideACodeThatGoesAlong_StayOut(string json) => Assert.DoesNotContain("geheim", Left(json, "D01"), StringComparison.Ordinal);

    [Fact]
    public void Communication_WithoutALabel_GoesNowhere()
    {
        var outcome = PolicyElements.Filter.Run("""{"resourceType":"Communication","status":"completed","payload":[{"contentString":"x"}]}""", Lines.Scope(string.Join(' ', CategorySet.All.Codes()), Targets));

        Assert.Null(outcome.Body);
    }

    [Fact]
    public void Communication_OfItsClass_ArrivesWithoutAttachmentAndPersons()
    {
        var left = PolicyElements.Filter.Left(
            """{"resourceType":"Communication","status":"completed","sender":{"display":"geheim"},"payload":[{"contentString":"zij is gezien"},{"contentAttachment":{"title":"geheim"}}]}""",
            Lines.Scope("D20", Targets, resourceClass: "D20"));

        Assert.Contains("zij is gezien", left, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D18", true)]
    [InlineData("D08 D14", false)]
    public void RiskAssessment_ByCategory_IsD18(string released, bool arrives)
    {
        var risk = PolicyElements.ByType["RiskAssessment"];
        var outcome = PolicyElements.Filter.Run("""{"resourceType":"RiskAssessment","status":"final","subject":{"reference":"Patient/1"},"prediction":[{"rationale":"hoog"}]}""", new FilterScope(Lines.Set(released), risk.DefaultClass, Targets, false));

        Assert.Equal(arrives, outcome.Body is not null);
    }

    private static string Left(string json, string released) =>
        PolicyElements.Filter.Left(json, Lines.Scope(released, Targets, resourceClass: released)) ?? "";
}
