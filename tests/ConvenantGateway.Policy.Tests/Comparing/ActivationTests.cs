using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Whether a set may take the place of the present one, and with whose signatures.</summary>
public sealed class ActivationTests
{
    private static readonly PartnerId[] All = [TestCovenant.Centre, TestCovenant.Shelter, TestCovenant.Police];

    [Fact]
    public void Decide_FirstSet_IsTakenAsItIs()
    {
        var candidate = Signed(20);

        Accepts(candidate, PolicyActivation.Decide(null, candidate));
    }

    [Fact]
    public void Decide_AnotherCovenant_IsRefused()
    {
        var outcome = PolicyActivation.Decide(Signed(20, All), Compared.With(static t => t with { Id = "ander" }));

        Assert.Null(outcome.Snapshot);
        Assert.Empty(outcome.NotSignedBy);
        Assert.Equal([Compared.Change("covenant", "`ander` in the place of `proef`", "any request: another covenant needs a start, not an activation")], outcome.NewlyAllowed);
    }

    [Fact]
    public void Decide_SignedByAllWhoSigned_IsTakenThoughItIsWider()
    {
        var candidate = Signed(40, TestCovenant.Centre, TestCovenant.Shelter);

        Accepts(candidate, PolicyActivation.Decide(Signed(20, TestCovenant.Centre), candidate));
    }

    [Fact]
    public void Decide_UnsignedWidening_IsRefusedWithWhatItOpens()
    {
        var outcome = PolicyActivation.Decide(Signed(20, All), Signed(40, TestCovenant.Police));

        Assert.Null(outcome.Snapshot);
        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], outcome.NotSignedBy);
        Assert.Equal([Compared.Change("covenant, status-persons-per-hour", "40", "more status questions per hour")], outcome.NewlyAllowed);
    }

    [Fact]
    public void Decide_UnsignedNarrowing_CarriesTheSignatures()
    {
        var outcome = PolicyActivation.Decide(Signed(20, TestCovenant.Centre, TestCovenant.Shelter), Signed(10));

        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], Signers(outcome.Snapshot!));
        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], outcome.NotSignedBy);
        Assert.Empty(outcome.NewlyAllowed);
        Assert.Equal(10, outcome.Snapshot!.Covenant.StatusPersonsPerHour);
    }

    [Fact]
    public void Decide_SignaturesThatStillCount_AreCarriedAlone()
    {
        var (current, candidate) = (Signed(20, TestCovenant.Centre, TestCovenant.Shelter), Signed(10));

        Assert.Equal([TestCovenant.Shelter], Signers(PolicyActivation.Decide(current, candidate, ImmutableHashSet.Create(TestCovenant.Shelter, TestCovenant.Police)).Snapshot!));
        Assert.Empty(Signers(PolicyActivation.Decide(current, candidate, ImmutableHashSet<PartnerId>.Empty).Snapshot!));
    }

    [Fact]
    public void NotSigned_Parties_AreThoseWhoSignedTheOneAndNotTheOther()
    {
        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], PolicyActivation.NotSigned(Signed(20, TestCovenant.Shelter, TestCovenant.Centre), Signed(20, TestCovenant.Police)));
        Assert.Equal(All, PolicyActivation.NotSigned(Signed(20, All), Signed(20) with { Partners = FrozenDictionary<PartnerId, Partner>.Empty }));
        Assert.Empty(PolicyActivation.NotSigned(Signed(20), Signed(20)));
    }

    [Fact]
    public void NotSigned_PartyOfOnlyOneSet_DoesNotCount()
    {
        var left = Signed(20) with { Covenant = TestCovenant.Terms with { Parties = [TestCovenant.Centre] } };

        Assert.Equal([TestCovenant.Centre], PolicyActivation.NotSigned(Signed(20, All), left));
        Assert.Equal([TestCovenant.Centre], PolicyActivation.NotSigned(Signed(20, All) with { Covenant = left.Covenant }, Signed(20)));
    }

    [Fact]
    public void WithSigners_Set_AddsThemToThoseWhoSigned()
    {
        var signed = Signed(20, TestCovenant.Centre);
        var more = signed.WithSigners(ImmutableHashSet.Create(TestCovenant.Shelter, PartnerId.Parse("niemand")));

        Assert.Equal([TestCovenant.Centre, TestCovenant.Shelter], Signers(more));
        Assert.Equal(3, more.Partners.Count);
        Assert.Equal(Verdict.Permit, more.Decider.Decide(TestCovenant.Ask(), [], []).Verdict);
        Assert.Equal(Verdict.Deny, signed.WithSigners(ImmutableHashSet<PartnerId>.Empty).Decider.Decide(TestCovenant.Ask(), [], []).Verdict);
    }

    private static void Accepts(PolicySnapshot candidate, ActivationOutcome outcome)
    {
        Assert.Same(candidate, outcome.Snapshot);
        Assert.Empty(outcome.NotSignedBy);
        Assert.Empty(outcome.NewlyAllowed);
    }

    private static IEnumerable<PartnerId> Signers(PolicySnapshot snapshot) => snapshot.Partners.Values.Where(static p => p.HasSigned).Select(static p => p.Id).OrderBy(static p => p.Value, StringComparer.Ordinal);

    private static PolicySnapshot Signed(int perHour, params PartnerId[] signers) => Compared.Of(Compared.Rule) with
    {
        Covenant = TestCovenant.Terms with { StatusPersonsPerHour = perHour },
        Partners = TestCovenant.Partners.ToFrozenDictionary(static p => p.Id, p => p with { HasSigned = signers.Contains(p.Id) }),
    };
}
