using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>A set that does not load is neither reproduced nor proved.</summary>
public sealed class UnreadableSetTests
{
    [Fact]
    public void Reproduction_SetThatDoesNotLoad_IsItsErrors()
    {
        var result = PolicyReproduction.Load(Signing.Files, "proef", ImmutableHashSet.Create(TestCovenant.Shelter));

        Assert.Null(result.Snapshot);
        Assert.Equal(PolicyLoader.Load(Signing.Files, Signing.Options()).Errors, result.Errors);
    }

    [Fact]
    public void ProofsCheck_LawThatDoesNotLoad_ProvesNothing() =>
        Assert.Equal(["CG-POLICY-907 the law alone does not load: nothing can be proved"], new ProofsCheck().Failures(Signing.Files, Signing.Snapshot));

    [Fact]
    public void CasesCheck_LawThatDoesNotLoad_HasNoCases() => Assert.Empty(new CasesCheck().Failures(Signing.Files, Signing.Snapshot));
}
