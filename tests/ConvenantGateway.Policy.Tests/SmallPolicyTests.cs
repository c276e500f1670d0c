namespace ConvenantGateway.Policy.Tests;

/// <summary>What stands in for the folder while mutants are tried is a policy too.</summary>
public sealed class SmallPolicyTests
{
    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Load_SmallPolicy_HasNoError(string covenant)
    {
        var files = SmallPolicy.Of(PolicyRoot.Files);
        var result = PolicyLoader.Load(files, PolicyRoot.Options(covenant));

        Assert.Empty(result.Errors.Select(e => e.ToString()));
        Assert.NotEmpty(CaseRun.Run(files, result.Snapshot!));
        Assert.Empty(CaseRun.Run(files, result.Snapshot!).Where(static o => !o.Differences.IsEmpty).Select(static o => o.Id));
    }
}
