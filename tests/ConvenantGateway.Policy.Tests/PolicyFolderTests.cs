namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class PolicyFolderTests
{
    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Load_OwnFolder_HasNoErrorAndNoRuleOff(string covenant)
    {
        var result = PolicyLoader.Load(PolicyRoot.Files, PolicyRoot.Options(covenant));

        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.Empty(result.Warnings.Select(e => e.ToString()));
        Assert.NotNull(result.Snapshot);
    }

    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Cases_OfTheFolder_AllHold(string covenant)
    {
        var outcomes = CaseRun.Run(PolicyRoot.Files, PolicyRoot.Load(covenant));

        Assert.NotEmpty(outcomes);
        Assert.Empty(outcomes.Where(o => !o.Differences.IsEmpty).Select(o => $"{o.File}:{o.Line} {o.Id}: {string.Join("; ", o.Differences)}"));
    }
}
