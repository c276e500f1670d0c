using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Intake.Tests;

/// <summary>The class of a resource by the committed <c>policies/elements</c> and <c>policies/labels.yaml</c>.</summary>
public sealed class ClassTests
{
    private const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private const string Icpc = "http://hl7.org/fhir/sid/icpc-1-nl";
    private const string Icd = "http://hl7.org/fhir/sid/icd-10-nl";
    private const string Snomed = "http://snomed.info/sct";

    private static readonly FrozenDictionary<string, ElementClassification> Elements = Load();

    [Theory]
    [InlineData(Icpc, "P19.01", "D15")]
    [InlineData(Icpc, "L76", "D14")]
    [InlineData(Icd, "F10.2", "D15")]
    [InlineData(Icd, "T74.1", "D08 D14")]
    [InlineData(Icd, "T74.2", "D08 D14 D16")]
    [InlineData(Icd, "X95", "D08 D14")]
    [InlineData(Icd, "Y05", "D08 D14 D16")]
    [InlineData(Icd, "S52.5", "D14")]
    [InlineData(Snomed, "47505003", "D15")]
    [InlineData(Snomed, "47505", "D14")]
    [InlineData("http://x", "P19", "D14")]
    public void Class_CodeOfACondition_SaysWhatItIs(string system, string code, string classes) =>
        Assert.Equal(classes, Class("Condition", $$""" "code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]} """));

    [Theory]
    [InlineData("Observation", """ "status":"final","code":{"text":"x"},"valueCodeableConcept":{"coding":[CODING]} """)]
    [InlineData("Observation", """ "status":"final","code":{"text":"x"},"component":[{"code":{"text":"y"}},{"code":{"coding":[CODING]}}] """)]
    [InlineData("Observation", """ "status":"final","code":{"text":"x"},"component":[{"code":{"text":"y"},"valueCodeableConcept":{"coding":[CODING]}}] """)]
    [InlineData("Condition", """ "code":{"text":"x"},"evidence":[{"code":[{"coding":[CODING]}]}] """)]
    [InlineData("Condition", """ "code":{"text":"x"},"stage":[{"summary":{"coding":[CODING]}}] """)]
    public void Class_CodeInAnotherPlace_SaysTheSame(string type, string elements) =>
        Assert.Equal("D15", Class(type, elements.Replace("CODING", $$"""{"system":"{{Icpc}}","code":"P76"}""", StringComparison.Ordinal)));

    [Fact]
    public void Class_CodeOfAddictionUnderAnyLabel_CountsToo() =>
        Assert.Equal("D08 D15", Class("Condition", $$""" "category":[{"coding":[{"system":"{{CodeSystems.Categorie}}","code":"D08"}]}],"code":{"coding":[{"system":"{{Icpc}}","code":"P15"}]} """));

    [Theory]
    [InlineData("", "D23")]
    [InlineData("D08", "D08")]
    public void Class_SocialHistory_CountsOnlyWithoutALabel(string label, string classes)
    {
        var own = label.Length == 0 ? "" : $$""",{"system":"{{CodeSystems.Categorie}}","code":"{{label}}"}""";

        Assert.Equal(classes, Class("Observation", $$""" "status":"final","code":{"text":"x"},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"social-history"}{{own}}]}] """));
    }

    [Theory]
    [InlineData(ActCode, "PSY", "D14 D15")]
    [InlineData(ActCode, "VIO", "D08 D14")]
    [InlineData(ActCode, "SDV", "D08 D14 D16")]
    [InlineData(ActCode, "HIV", "D14 D16")]
    [InlineData(ActCode, "LOCIS", "D05 D14")]
    [InlineData(Confidentiality, "R", "D14")]
    [InlineData("http://x", "PSY", "D14")]
    public void Class_SecurityLabel_IsAdded(string system, string code, string classes) =>
        Assert.Equal(classes, Class("Condition", $$""" "meta":{"security":[{"system":"{{system}}","code":"{{code}}"}]} """));

    [Fact]
    public void Class_SeveralLabels_AddUp() =>
        Assert.Equal("D08 D14 D15", Class("Condition", $$""" "meta":{"security":[{"system":"{{ActCode}}","code":"PSY"},{"system":"{{ActCode}}","code":"VIO"},{"system":"{{Confidentiality}}","code":"N"}]} """));

    /// <summary>The category label in <c>meta.security</c> is a security label: a diagnosis labelled D08 stays a diagnosis.</summary>
    [Fact]
    public void Class_CategoryInMetaSecurity_IsAdded() =>
        Assert.Equal("D08 D14", Class("Condition", $$""" "meta":{"security":[{"system":"{{CodeSystems.Categorie}}","code":"D08"}]} """));

    [Theory]
    [InlineData("Patient", """ "active":true """, "D15")]
    [InlineData("RiskAssessment", """ "status":"final" """, "D15 D18")]
    [InlineData("Communication", """ "status":"completed" """, "D15")]
    public void Class_SecurityLabel_CountsOnEveryType(string type, string elements, string classes) =>
        Assert.Equal(classes, Class(type, $$""" "meta":{"security":[{"system":"{{ActCode}}","code":"MH"}]},{{elements}} """));

    [Theory]
    [InlineData(Confidentiality, "V")]
    [InlineData(ActCode, "TBOO")]
    [InlineData(ActCode, "psy")]
    [InlineData("http://hl7.org/fhir/v3/ActCode", "PSY")]
    [InlineData("urn:oid:2.16.840.1.113883.5.25", "R")]
    public void Class_UnlistedCodeOfAKnownSystem_ReleasesNothing(string system, string code) =>
        Assert.Equal(CategorySet.All.ToString(), Class("Condition", $$""" "meta":{"security":[{"system":"{{system}}","code":"{{code}}"}]} """));

    /// <summary>Whatever label is put on a resource: what it was without it must still be released.</summary>
    [Fact]
    public void Class_AnySecurityLabel_NeverTakesAway()
    {
        string[] resources =
        [
            """ "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icpc-1-nl","code":"P15"}]} """,
            """ "code":{"text":"x"} """,
            $$""" "category":[{"coding":[{"system":"{{CodeSystems.Categorie}}","code":"D16"}]}] """,
        ];
        var labels = Elements["Condition"].Labels.Select(static l => (l.System, l.Code)).Concat(CategorySet.All.Codes().Select(static c => (System: CodeSystems.Categorie, Code: c)));
        foreach (var (system, code) in labels)
        {
            foreach (var resource in resources)
            {
                var without = Of("Condition", resource);
                var with = Of("Condition", $$"""{{resource}},"meta":{"security":[{"system":"{{system}}","code":"{{code}}"}]} """);

                Assert.True(with.Contains(without), $"{system}|{code} takes {without - with} away");
            }
        }
    }

    private static string Class(string type, string elements) => Of(type, elements).ToString();

    private static CategorySet Of(string type, string elements)
    {
        var subject = type switch { "Patient" => "", "Communication" => "", _ => """ ,"subject":{"reference":"Patient/1"} """ };
        var next = 0;
        var body = IntakeRun.Bundle(IntakeRun.Entry($$"""{"resourceType":"{{type}}",{{elements}}{{subject}} }""", type));
        var result = new FhirIntake().ReadTransaction(Encoding.UTF8.GetBytes(body), new IntakeContext
        {
            Sender = PartnerId.Parse("huisarts-noord"),
            Register = PartnerId.Parse("veilig-thuis-noord"),
            Purpose = new Purpose("REFER"),
            Elements = Elements,
            Partners = FrozenDictionary<PartnerId, Partner>.Empty,
            AddressHash = static text => text,
            NewId = () => $"id-{++next}",
        });
        Assert.Empty(result.Issues);
        return result.Message!.Entries[0].Classes;
    }

    private static FrozenDictionary<string, ElementClassification> Load([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../policies"));
        var files = new PolicyFiles(Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .ToImmutableSortedDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), static f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal));
        return PolicyLoader.Load(files, new PolicyLoadOptions { Covenant = "modelconvenant-2009", Anchors = [], Now = DateTimeOffset.UnixEpoch, AllowReenactment = true, AssumeSigned = true }).Snapshot!.Elements;
    }
}
