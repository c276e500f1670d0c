using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ConvenantGateway.Cli.Policy;

namespace ConvenantGateway.Cli.Tests;

public sealed class CoverageCommandTests
{
    private const string Message = """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"resource":{"resourceType":"Patient","name":[{"family":"Voorbeeld"}],"address":[{"use":"temp","line":["Beukenlaan 5"]}],"naam":"Voorbeeld",
            "extension":[{"url":"http://example.org/geheim","valueString":"Beukenlaan 5"}]}},
          {"resource":{"resourceType":"Encounter","status":"finished"}}]}
        """;

    /// <summary>Set CONVENANT_WRITE_GOLDEN=1 to write the texts anew after a change of policies/elements; review the difference.</summary>
    [Theory]
    [InlineData("coverage.txt")]
    [InlineData("coverage-verbose.txt", "--verbose")]
    [InlineData("coverage-data.txt", "--verbose", "--data")]
    public void Coverage_OwnFolder_IsTheGoldenText(string golden, params string[] options)
    {
        using var copy = new FolderCopy(Root());
        var file = Path.Combine(copy.Path, "message.json");
        File.WriteAllText(file, Message);

        var (code, output) = Run([.. options.SelectMany(o => o == "--data" ? [o, file] : new[] { o })]);
        if (Environment.GetEnvironmentVariable("CONVENANT_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(Golden(golden), output);
        }

        Assert.Equal(0, code);
        Assert.Equal(File.ReadAllText(Golden(golden)), output);
    }

    [Fact]
    public void Coverage_Data_NeverShowsAValue()
    {
        using var copy = new FolderCopy(Root());
        Directory.CreateDirectory(Path.Combine(copy.Path, "data"));
        File.WriteAllText(Path.Combine(copy.Path, "data", "message.json"), Message);

        foreach (var json in new[] { false, true })
        {
            var (_, output) = Run(["--verbose", "--data", Path.Combine(copy.Path, "data"), .. json ? ["--json"] : Array.Empty<string>()]);

            Assert.Contains("Patient.address.line", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Beukenlaan", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Voorbeeld", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Coverage_Json_CountsPerCategory()
    {
        var (code, output) = Run("--json");

        using var json = JsonDocument.Parse(output);
        var patient = json.RootElement.GetProperty("types").EnumerateArray().Single(static t => t.GetProperty("type").GetString() == "Patient");
        Assert.Equal(0, code);
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(2, patient.GetProperty("categories").GetProperty("D03").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("data").ValueKind);
    }

    [Fact]
    public void Coverage_Strict_OwnFolder_SaysYes() => Assert.Equal(0, Run("--strict").Code);

    [Theory]
    [InlineData("  - { path: photo, as: withheld }\n", "")]
    [InlineData("  - { path: meta.source, as: withheld }\n", "")]
    public void Coverage_Strict_ElementWithoutALine_SaysNo(string line, string replacement)
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("elements/Patient.yaml", line, replacement);

        Assert.Equal(2, Run("--strict", "--policies", copy.Path).Code);
        Assert.Equal(0, Run("--policies", copy.Path).Code);
    }

    [Fact]
    public void Coverage_Strict_TypeInUseWithoutAFile_SaysNo()
    {
        using var copy = new FolderCopy(Root());
        File.Delete(Path.Combine(copy.Path, "elements", "Flag.yaml"));

        var (code, output) = Run("--strict", "--policies", copy.Path);

        Assert.Equal(2, code);
        Assert.Contains("in use but without a file: Flag", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_WrongPath_IsInvalidInputWithASuggestion()
    {
        using var copy = new FolderCopy(Root());
        copy.Replace("elements/Patient.yaml", "{ path: gender, as: D01 }", "{ path: gendr, as: D01 }");

        var (code, output) = Run("--policies", copy.Path);

        Assert.Equal(3, code);
        Assert.Contains("(did you mean `gender`?)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"resourceType":"Persoon"}""")]
    public void Coverage_DataThatIsNoResource_IsInvalidInput(string data)
    {
        using var copy = new FolderCopy(Root());
        var file = Path.Combine(copy.Path, "message.json");
        File.WriteAllText(file, data);

        Assert.Equal(3, Run("--data", file).Code);
    }

    [Fact]
    public void Coverage_DataThatIsNotThere_CouldNotRun() => Assert.Equal(1, Run("--data", "/nergens.json").Code);

    private static (int Code, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] policies = args.Contains("--policies") ? [] : ["--policies", Root()];
        var code = PolicyCommand.Create().Parse(["coverage", .. policies, .. args]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString());
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../policies"));

    private static string Golden(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
