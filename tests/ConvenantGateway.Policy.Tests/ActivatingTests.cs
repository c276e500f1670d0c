using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class ActivatingTests : IDisposable
{
    private const string Covenant = "covenant/modelconvenant-2009/covenant.yaml";
    private static readonly PartnerId Ashg = PartnerId.Parse("ashg-noord");
    private readonly TestSigners _signers = new();

    public void Dispose() => _signers.Dispose();

    [Fact]
    public void Decide_NarrowingWhoseOldSignatureNoLongerCounts_CarriesItForNobody()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var current = PolicyLoader.Load(TestSigners.Signed(leaf), _signers.Options).Snapshot!;
        var candidate = PolicyLoader.Load(Narrowed(TestSigners.Signed(leaf)), _signers.Options).Snapshot!;

        Assert.True(PolicyActivation.Decide(current, candidate, ImmutableHashSet.Create(Ashg)).Snapshot!.Partners[Ashg].HasSigned);
        Assert.False(PolicyActivation.Decide(current, candidate, ImmutableHashSet<PartnerId>.Empty).Snapshot!.Partners[Ashg].HasSigned);
    }

    [Fact]
    public void Decide_CarriedPartyThatNeverSignedThePresentSet_DoesNotSign()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var current = PolicyLoader.Load(TestSigners.Signed(leaf), _signers.Options).Snapshot!;
        var candidate = PolicyLoader.Load(Narrowed(TestSigners.Signed(leaf)), _signers.Options).Snapshot!;
        var never = PartnerId.Parse("bad-unsigned");

        Assert.False(PolicyActivation.Decide(current, candidate, ImmutableHashSet.Create(Ashg, never)).Snapshot!.Partners[never].HasSigned);
    }

    [Fact]
    public void Reproduction_OfASet_HasExactlyTheSignersOfThen()
    {
        var snapshot = PolicyReproduction.Load(PolicyRoot.Files, PolicyRoot.Wbp, ImmutableHashSet.Create(Ashg)).Snapshot!;

        Assert.Equal([Ashg], snapshot.Partners.Values.Where(static p => p.HasSigned).Select(static p => p.Id));
        Assert.Equal(PolicyRoot.Load(PolicyRoot.Wbp).ManifestDigest, snapshot.ManifestDigest);
    }

    [Fact]
    public void WayBack_OlderSet_KeepsThePresentIdentities()
    {
        var older = TestSigners.Pinned(PolicyRoot.Files, new string('a', 64));
        var present = TestSigners.Pinned(Narrowed(PolicyRoot.Files), new string('b', 64)).With("officers/new.yaml", "x");

        var composed = WayBack.Compose(older, present);

        Assert.Equal(PolicyLoader.ManifestDigest(older, PolicyRoot.Wbp), PolicyLoader.ManifestDigest(composed, PolicyRoot.Wbp));
        Assert.Equal(PolicyDigests.Of(present, PolicyRoot.Wbp).Operator, PolicyDigests.Of(composed, PolicyRoot.Wbp).Operator);
        Assert.Contains("bbbb", Encoding.UTF8.GetString(composed.Files["pins/ashg-noord.yaml"].Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Digests_AnyFileChanged_NameAnotherSet()
    {
        var set = PolicyDigests.Of(PolicyRoot.Files, PolicyRoot.Wbp).Set;
        foreach (var (path, bytes) in PolicyRoot.Files.Files)
        {
            Assert.NotEqual(set, PolicyDigests.Of(new PolicyFiles(PolicyRoot.Files.Files.SetItem(path, (byte[])[.. bytes.Span, (byte)'\n'])), PolicyRoot.Wbp).Set);
            Assert.NotEqual(set, PolicyDigests.Of(new PolicyFiles(PolicyRoot.Files.Files.Remove(path)), PolicyRoot.Wbp).Set);
        }
    }

    [Fact]
    public void RulesDigest_PinsAndSignatures_DoNotCount()
    {
        using var leaf = _signers.Leaf(TestSigners.Ashg);
        var rules = PolicyDigests.OfRules(PolicyRoot.Files);

        Assert.Equal(rules, PolicyDigests.OfRules(TestSigners.Pinned(TestSigners.Signed(leaf), new string('a', 64))));
        Assert.NotEqual(rules, PolicyDigests.OfRules(Narrowed(PolicyRoot.Files)));
    }

    [Fact]
    public void Difference_OfANarrowing_NamesFileAndWhatIsDenied()
    {
        var narrowed = PolicyRoot.Files.With("statute/police.rules.yaml", "slachtoffer: ", "slachtoffer: ");
        var lines = SetDifference.OfFiles(narrowed, Narrowed(narrowed));

        Assert.Equal([$"changed {Covenant}"], lines);
    }

    [Fact]
    public void CasesCheck_CaseThatComesOutOtherwise_NamesItsPlace()
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        const string File = "cases/modelconvenant-2009.cases.yaml";

        Assert.Empty(new CasesCheck().Failures(PolicyRoot.Files, snapshot));
        Assert.StartsWith($"{File}:", new CasesCheck().Failures(PolicyRoot.Files.With(File, "verdict: deny", "verdict: permit"), snapshot)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ProofsCheck_OwnFolder_Holds() => Assert.Empty(new ProofsCheck().Failures(PolicyRoot.Files, PolicyRoot.Load(PolicyRoot.Wbp)));

    private static PolicyFiles Narrowed(PolicyFiles files) => files.With(Covenant, "status-persons-per-hour: 30", "status-persons-per-hour: 20");
}
