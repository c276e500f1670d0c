using System.Text;

namespace ConvenantGateway.Intake.Tests;

public class RefusalTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",}")]
    [InlineData("{\"resourceType\":\"Bundle\",/* x */\"type\":\"transaction\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"type\":\"transaction\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"id\":\"\\ud800\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"transaction\"} {}")]
    public void ReadTransaction_NotStrictJson_Refuses400(string body) => Refused(body, IntakeCodes.NotJson, 400);

    [Fact]
    public void ReadTransaction_InvalidUtf8_Refuses400()
    {
        var body = Encoding.UTF8.GetBytes(IntakeRun.Bundle(IntakeRun.PatientEntry()));
        body[^20] = 0xFF;
        Assert.Contains(IntakeRun.Read(body).Issues, static i => i is { Code: IntakeCodes.NotJson, Status: 400 });
    }

    [Fact]
    public void ReadTransaction_DuplicateKeyInResource_Refuses400() =>
        Refused(IntakeRun.Bundle(IntakeRun.PatientEntry(",\"active\":true,\"active\":false")), IntakeCodes.NotJson, 400);

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void ReadTransaction_Depth_RefusesOver64(int depth, bool isRefused)
    {
        // The Bundle, its entry array, the entry, the resource and the extension arrays and objects inside it.
        var nested = string.Concat(Enumerable.Repeat("[", depth - 1)) + string.Concat(Enumerable.Repeat("]", depth - 1));
        var result = IntakeRun.Read($$"""{"x":{{nested}}}""");
        Assert.Equal(isRefused, result.Issues.Any(static i => i.Code == IntakeCodes.NotJson));
        Assert.NotEmpty(result.Issues);
    }

    [Fact]
    public void ReadTransaction_OneByteOver10MiB_Refuses413()
    {
        var body = new byte[(10 * 1024 * 1024) + 1];
        body.AsSpan().Fill((byte)' ');
        Assert.Contains(IntakeRun.Read(body).Issues, static i => i is { Code: IntakeCodes.TooLarge, Status: 413 });
    }

    [Fact]
    public void ReadTransaction_1001Entries_Refuses413()
    {
        var entries = Enumerable.Range(0, 1001).Select(i => IntakeRun.Entry("{\"resourceType\":\"Organization\",\"name\":\"x\"}", "Organization")).ToArray();
        Refused(IntakeRun.Bundle(entries), IntakeCodes.EntryCount, 413);
    }

    [Fact]
    public void ReadTransaction_1000Entries_Accepts()
    {
        var entries = Enumerable.Range(0, 1000).Select(i => IntakeRun.Entry("{\"resourceType\":\"Organization\",\"name\":\"x\"}", "Organization")).ToArray();
        Assert.Equal(1000, IntakeRun.Read(IntakeRun.Bundle(entries)).Message!.Entries.Length);
    }

    [Theory]
    [InlineData("""{"method":"PUT","url":"Patient/1"}""")]
    [InlineData("""{"method":"DELETE","url":"Patient/1"}""")]
    [InlineData("""{"method":"GET","url":"Patient/1"}""")]
    [InlineData("""{"method":"PATCH","url":"Patient/1"}""")]
    [InlineData("""{"method":"POST","url":"Observation"}""")]
    public void ReadTransaction_OtherThanPost_Refuses(string request) =>
        Refused(IntakeRun.Bundle(IntakeRun.Entry(IntakeRun.Patient(), "Patient", "", request)), IntakeCodes.NotAPost, 400);

    [Theory]
    [InlineData("""{"method":"POST","url":"Patient","ifNoneExist":"identifier=1"}""")]
    [InlineData("""{"method":"POST","url":"Patient","ifMatch":"W/\"1\""}""")]
    [InlineData("""{"method":"POST","url":"Patient","ifNoneMatch":"*"}""")]
    public void ReadTransaction_Conditional_Refuses(string request) =>
        Refused(IntakeRun.Bundle(IntakeRun.Entry(IntakeRun.Patient(), "Patient", "", request)), IntakeCodes.Conditional, 400);

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""", "Bundle")]
    [InlineData("""{"resourceType":"Binary","contentType":"text/plain"}""", "Binary")]
    public void ReadTransaction_NestedBundleOrBinary_Refuses(string resource, string type) =>
        Refused(IntakeRun.Bundle(IntakeRun.Entry(resource, type)), IntakeCodes.Nested, 400);

    [Theory]
    [InlineData("batch")]
    [InlineData("collection")]
    [InlineData("searchset")]
    public void ReadTransaction_OtherBundleType_Refuses(string type) =>
        Refused(IntakeRun.Bundle(IntakeRun.PatientEntry()).Replace("transaction", type, StringComparison.Ordinal), IntakeCodes.NotATransaction, 400);

    [Theory]
    [InlineData(",\"shoeSize\":44")]
    [InlineData(",\"active\":\"yes\"")]
    [InlineData(",\"gender\":\"vrouw\"")]
    [InlineData(",\"deceasedBoolean\":\"x\"")]
    public void ReadTransaction_NotR4_Refuses422WithoutTheValue(string extra)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(extra.Contains("gender", StringComparison.Ordinal) ? "" : extra)
            .Replace("female", extra.Contains("gender", StringComparison.Ordinal) ? "vrouw" : "female", StringComparison.Ordinal)));
        Assert.Null(result.Message);
        var issue = Assert.Single(result.Issues);
        Assert.Equal((IntakeCodes.NotR4, 422), (issue.Code, issue.Status));
        Assert.DoesNotContain("vrouw", issue.Text, StringComparison.Ordinal);
        Assert.StartsWith("Bundle.entry[0].resource", issue.Expression, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",\"Zandvoorbeeld 12\":1")]
    [InlineData(",\"Zandvoorbeeld\":1")]
    [InlineData(",\"_Zandvoorbeeld\":{\"id\":\"a\"}")]
    [InlineData(",\"contact\":[{\"Zandvoorbeeld\":1}]")]
    [InlineData("},\"Zandvoorbeeld\":{\"id\":\"a\"")]
    [InlineData("},\"request\":{\"method\":\"POST\",\"url\":\"Patient\",\"Zandvoorbeeld\":\"x\"},\"fullUrl\":{\"id\":\"a\"")]
    [InlineData(",\"contact\":[{\"0612345678\":\"x\"}]")]
    public void ReadTransaction_NameThatR4DoesNotHave_IsNotEchoed(string extra)
    {
        var result = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(extra)));
        Assert.Null(result.Message);
        Assert.All(result.Issues, static issue => Assert.DoesNotMatch("Zandvoorbeeld|0612345678", issue.Expression + issue.Text));
    }

    [Fact]
    public void ReadTransaction_MorePersonsThanAMessageIsAbout_IsRefused()
    {
        var contained = string.Join(',', Enumerable.Range(0, 1_001).Select(static i => $$"""{"resourceType":"Patient","id":"p{{i}}"}"""));
        var issue = Assert.Single(IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry($",\"contained\":[{contained}]"))).Issues);

        Assert.Equal((IntakeCodes.EntryCount, 413), (issue.Code, issue.Status));
    }

    [Fact]
    public void ReadTransaction_NamesWithoutEnd_AreNotAllReported()
    {
        var names = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $",\"gendr{i}\":1"));
        var issues = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(names))).Issues;

        Assert.Equal(100, issues.Length);
        Assert.Single(issues, static i => i.Text.Contains("bedoelde u", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(",\"gendr\":\"male\"", "bedoelde u `gender`?")]
    [InlineData(",\"contact\":[{\"relationchip\":\"x\"}]", "bedoelde u `relationship`?")]
    public void ReadTransaction_NameWithATypo_SaysWhatWasMeant(string extra, string meant)
    {
        var issue = IntakeRun.Read(IntakeRun.Bundle(IntakeRun.PatientEntry(extra))).Issues[0];

        Assert.Contains(meant, issue.Text, StringComparison.Ordinal);
        Assert.EndsWith(".?", issue.Expression, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTransaction_ThreeFaults_ReportsAllAtOnce()
    {
        var body = IntakeRun.Bundle(
            IntakeRun.PatientEntry(",\"shoeSize\":44"),
            IntakeRun.Entry(IntakeRun.Patient(), "Patient", "", """{"method":"PUT","url":"Patient"}"""),
            IntakeRun.Entry("""{"resourceType":"Binary"}""", "Binary"));
        Assert.Equal(3, IntakeRun.Read(body).Issues.Select(static i => i.Code).Distinct().Count());
    }

    [Fact]
    public void ReadTransaction_SameFullUrlTwice_Refuses() =>
        Refused(IntakeRun.Bundle(IntakeRun.PatientEntry(), IntakeRun.PatientEntry()), IntakeCodes.FullUrlTwice, 400);

    private static void Refused(string body, string code, int status)
    {
        var result = IntakeRun.Read(body);
        Assert.Null(result.Message);
        Assert.Contains(result.Issues, i => i.Code == code && i.Status == status);
    }
}
