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
        Assert.Contains("regel R-40", permit, StringComparison.Ordinal);
        Assert.Equal(2, no);
        Assert.Contains("ontbreekt", deny, StringComparison.Ordinal);
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
