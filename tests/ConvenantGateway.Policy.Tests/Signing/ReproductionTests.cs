using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>A set as it was in force once.</summary>
[Trait("Mutants", "last")]
public sealed class ReproductionTests
{
    [Fact]
    public void Load_SetWithASignatureThatNoLongerCounts_HasTheSignersOfThenAndNoWarning()
    {
        var files = PolicyRoot.Files.With(TestSigners.AshgPath, "x");
        var signers = ImmutableHashSet.Create(PartnerId.Parse("ashg-noord"), PartnerId.Parse("politie-noord"));
        var result = PolicyReproduction.Load(files, PolicyRoot.Wbp, signers);

        Assert.NotEmpty(PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp) with { AssumeSigned = false }).Warnings);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.Equal(new DateOnly(2009, 6, 1), result.Snapshot!.Covenant.Reenactment);
        Assert.Equal(["ashg-noord", "politie-noord"], result.Snapshot.Partners.Values.Where(static p => p.HasSigned).Select(static p => p.Id.Value).Order(StringComparer.Ordinal));
    }
}
