using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Tests;

public sealed class PolicyCommandTests
{
    [Fact]
    public void Check_OwnFolder_SaysYesForEveryCovenant()
    {
        var (code, output) = Run("check");

        Assert.Equal(0, code);
        Assert.Contains("modelconvenant-2009: no errors", output, StringComparison.Ordinal);
        Assert.Contains("convenant-2025: no errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Typo_IsInvalidInputWithPlace()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("elements/Patient.yaml", "{ path: gender, as: D01 }", "{ path: gendr, as: D01 }");

        var (code, output) = Run("check", "--policies", copy.Path);

        Assert.Equal(3, code);
        Assert.Matches(@"elements/Patient\.yaml:[1-9][0-9]*:1: CG-\w+-\d{3} `gendr`", output);
    }

    [Fact]
    public void Test_OwnFolder_PassesAllCases()
    {
        var (code, output) = Run("test", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, json.RootElement.GetProperty("failed").GetInt32());
        Assert.True(json.RootElement.GetProperty("passed").GetInt32() > 50);
    }

    [Fact]
    public void Test_ChangedOutcome_SaysNo()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("cases/convenant-2025.cases.yaml", "verdict: deny", "verdict: permit");

        var (code, output) = Run("test", "--policies", copy.Path);

        Assert.Equal(2, code);
        Assert.Contains("a25-denied", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_Widening_SaysNo()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("statute/centre.rules.yaml", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22] }", "kind: { categories: [D01, D02, D04, D06, D07, D08, D22, D23] }");

        var (widened, output) = Run("diff", "--old", Root(), "--policies", copy.Path);
        var (narrowed, _) = Run("diff", "--old", copy.Path);

        Assert.Equal(2, widened);
        Assert.Contains("ASHG → AMK, REPORT-CHILD, push, G-MELD-CHILD, kind: D23", output, StringComparison.Ordinal);
        Assert.Equal(0, narrowed);
    }

    [Fact]
    public void Explain_PermitAndItsDeniedTwin_AnswerYesAndNo()
    {
        string[] ask = ["explain", "--from", "ashg-noord", "--to", "vrouwenopvang-noord", "--purpose", "REFER", "--ground", "G-CONSENT"];

        var (yes, permit) = Run([.. ask, "--evidence", "consent", "weighing"]);
        var (no, deny) = Run(ask);

        Assert.Equal(0, yes);
        Assert.Contains("Regel R-40", permit, StringComparison.Ordinal);
        Assert.Equal(2, no);
        Assert.Contains("ontbreekt", deny, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AskerOfAnAnswer_LearnsNothing()
    {
        string[] ask = ["explain", "--from", "ashg-noord", "--to", "ziekenhuis-noord", "--purpose", "STATUS", "--by", "status", "--ground", "G-CONSENT", "--for", "asker"];

        var (with, permitted) = Run([.. ask, "--evidence", "standing-permission", "consent"]);
        var (without, denied) = Run(ask);

        Assert.Equal((2, 2), (with, without));
        Assert.Equal(permitted, denied);
    }

    [Theory]
    [InlineData("--language", "fr")]
    [InlineData("--for", "everyone")]
    public void Explain_UnknownForm_IsInvalidInput(string option, string value) =>
        Assert.Equal(3, Run("explain", "--from", "ashg-noord", "--to", "amk-noord", "--purpose", "REFER", option, value).Code);

    [Fact]
    public void Prove_OwnFolder_HoldsAndSaysHowMuchWasLookedAt()
    {
        var (code, output) = Run("prove", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var proofs = json.RootElement.GetProperty("proofs").EnumerateArray().ToList();
        Assert.Equal(["statute", "convenant-2025", "modelconvenant-2009"], proofs.Select(p => p.GetProperty("layer").GetString()));
        Assert.All(proofs, p => Assert.True(p.GetProperty("holds").GetBoolean() && p.GetProperty("decided").GetInt64() > 1_000));
    }

    [Fact]
    public void Prove_BrokenInvariant_SaysNoWithACounterExample()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("invariants.yaml", "invariants:\n", "invariants:\n  - { id: X-1, title: \"onwaar\", from-text: test, when: { from: [ASHG], to: [VO] }, then: { demands: [second-person] } }\n");

        var (code, output) = Run("prove", "--policies", copy.Path, "--covenant", "modelconvenant-2009");

        Assert.Equal(2, code);
        Assert.Matches("X-1 BROKEN: onwaar: from ASHG to VO, purpose [A-Z-]+, by push, ground G-", output);
    }

    [Fact]
    public void Test_Junit_WritesASuiteForEachFileAndNamesTheFailure()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("cases/convenant-2025.cases.yaml", "verdict: deny", "verdict: permit");
        var file = Path.Combine(copy.Path, "..", $"{Path.GetFileName(copy.Path)}.xml");

        Assert.Equal(2, Run("test", "--policies", copy.Path, "--junit", file).Code);

        var report = System.Xml.Linq.XDocument.Load(file).Root!;
        File.Delete(file);
        Assert.True(int.Parse((string)report.Attribute("tests")!, System.Globalization.CultureInfo.InvariantCulture) > 1_000);
        Assert.NotEqual("0", (string)report.Attribute("failures")!);
        Assert.Contains(report.Descendants("testcase"), c => c.Element("failure") is not null && ((string)c.Attribute("name")!).StartsWith("a25-denied", StringComparison.Ordinal));
    }

    [Fact]
    public void Test_UncoveredRule_IsNamed()
    {
        using var copy = new FolderCopy(Root());
        File.Delete(Path.Combine(copy.Path, "cases", "statute-region.cases.yaml"));

        var (_, output) = Run("test", "--policies", copy.Path);

        Assert.Matches("rules covered by a case: [0-9]+ of [0-9]+; not covered: .*R-78", output);
    }

    [Fact]
    public void Matrix_Csv_HasARowForEachRoleOfARule()
    {
        var (code, output) = Run("matrix", "--csv");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("rule,kind,from,to,purpose", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("R-40,permit,ASHG,", StringComparison.Ordinal) && l.Contains(",pleger,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("R-11a,prohibit,*,POL,*,", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_Out_WritesAFileForEachKind()
    {
        using var copy = new FolderCopy(Root());
        var folder = Path.Combine(copy.Path, "..", $"{Path.GetFileName(copy.Path)}-schemas");

        Assert.Equal(0, Run("schema", "--out", folder).Code);

        var files = Directory.GetFiles(folder, "*.schema.json");
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", json.RootElement.GetProperty("$schema").GetString());
        }

        Assert.True(files.Length > 15);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Explain_UnknownEvidence_IsInvalidInput() =>
        Assert.Equal(3, Run("explain", "--from", "ashg-noord", "--to", "amk-noord", "--purpose", "REFER", "--evidence", "hearsay").Code);

    [Fact]
    public void Check_NoSuchFolder_CouldNotRun() => Assert.Equal(1, Run("check", "--policies", "/does/not/exist").Code);

    private static (int Code, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        string[] all = args.Contains("--policies") ? args : [.. args, "--policies", Root()];
        var code = new RootCommand { PolicyCommand.Create() }.Parse(["policy", .. all]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../policies"));
}
