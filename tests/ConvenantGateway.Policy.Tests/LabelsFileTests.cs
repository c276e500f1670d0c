namespace ConvenantGateway.Policy.Tests;

/// <summary><c>labels.yaml</c>: what a security label adds to the class of a resource.</summary>
[Trait("Mutants", "last")]
public sealed class LabelsFileTests
{
    private const string Psy = """{ system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: PSY, adds: D15 }""";

    [Fact]
    public void Load_OwnFolder_GivesEveryTypeTheSameLabels()
    {
        var elements = PolicyRoot.Load(PolicyRoot.Wbp).Elements;

        Assert.All(elements.Values, e => Assert.Equal(elements["Patient"].Labels, e.Labels));
        Assert.Contains(new SecurityLabel("http://terminology.hl7.org/CodeSystem/v3-ActCode", "PSY", CategorySet.Of(15)), elements["Patient"].Labels);
    }

    [Fact]
    public void Load_FileMissing_IsAnError()
    {
        var without = new PolicyFiles(PolicyRoot.Files.Files.Remove(LabelsFile.Path));

        Assert.Contains(Errors(without), static e => e is { Code: PolicyErrorCodes.UnknownFile, File: LabelsFile.Path });
    }

    [Theory]
    [InlineData("adds: D15", "adds: D51", PolicyErrorCodes.UnknownCode)]
    [InlineData("adds: D15", "adds: nothing", PolicyErrorCodes.UnknownCode)]
    [InlineData("adds: D15", "adds: [none, D15]", PolicyErrorCodes.WrongShape)]
    [InlineData(", adds: D15", "", PolicyErrorCodes.MissingKey)]
    [InlineData("adds: D15", "add: D15", PolicyErrorCodes.UnknownKey)]
    [InlineData("code: PSY", "code: MH", PolicyErrorCodes.DuplicateId)]
    public void Load_WrongLine_IsReportedAtItsPlace(string old, string replacement, string code)
    {
        var error = Assert.Single(Errors(PolicyRoot.Files.With(LabelsFile.Path, Psy, Psy.Replace(old, replacement, StringComparison.Ordinal))), e => e.Code == code);

        Assert.Equal(LabelsFile.Path, error.File);
        Assert.True(error.Line > 1);
    }

    /// <summary>A label that asks for less lets more through: the parties sign it.</summary>
    [Fact]
    public void Diff_LabelTakenAway_IsAWidening()
    {
        var changed = PolicyRoot.Files.With(LabelsFile.Path, "  - " + Psy + "\n", "");

        var diff = PolicyDiff.Compare(PolicyRoot.Load(PolicyRoot.Wbp), PolicyLoader.Load(changed, PolicyRoot.Options(PolicyRoot.Wbp)).Snapshot!);

        Assert.Contains(diff.NewlyAllowed, static c => c.Where == "Patient, class");
        Assert.NotEqual(PolicyLoader.ManifestDigest(PolicyRoot.Files, PolicyRoot.Wbp), PolicyLoader.ManifestDigest(changed, PolicyRoot.Wbp));
    }

    [Theory]
    [InlineData("code: \"P*\"", "code: \"P*9\"")]
    [InlineData("code: \"P*\"", "code: \"*P\"")]
    public void Load_StarInsideACode_IsRefused(string old, string replacement) =>
        Assert.Contains(Errors(PolicyRoot.Files.With("elements/Condition.yaml", old, replacement)), static e => e.Code == PolicyErrorCodes.WrongShape && e.Message.StartsWith("`*` stands only", StringComparison.Ordinal));

    private static System.Collections.Immutable.ImmutableArray<PolicyError> Errors(PolicyFiles files) => PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Errors;
}
