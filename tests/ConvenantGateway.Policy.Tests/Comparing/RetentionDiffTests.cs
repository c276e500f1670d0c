using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Terms of retention: a change either way cannot be undone, so the parties sign it.</summary>
public sealed class RetentionDiffTests
{
    private static readonly RetentionTerm General = new() { Id = "RET-LOG", Title = "logregels", Record = "log", Months = 60, NeedsReview = true };
    private static readonly RetentionTerm Centre = General with { Id = "RET-LOG-ASHG", Parties = [new PartyKind("ASHG")], Months = 72 };

    [Theory]
    [InlineData(60, 61)]
    [InlineData(60, 1)]
    public void Compare_OtherTerm_IsAWideningBothWays(int was, int will)
    {
        var comparison = PolicyDiff.Compare(Keeps(General with { Months = was }), Keeps(General with { Months = will }));

        var where = comparison.NewlyAllowed.Select(static c => c.Where).ToList();
        Assert.Contains("retention, log, ASHG", where);
        Assert.Contains("retention, log, no party", where);
        Assert.All(comparison.NewlyAllowed, c => Assert.Equal($"kept {will} months instead of {was} months", c.What));
        Assert.Equal(comparison.NewlyAllowed, comparison.NewlyDenied);
    }

    [Fact]
    public void Compare_TermOfOneKind_NamesThatKindAlone()
    {
        var comparison = PolicyDiff.Compare(Keeps(General, Centre), Keeps(General, Centre with { Months = 12 }));

        var change = Assert.Single(comparison.NewlyAllowed);
        Assert.Equal(("retention, log, ASHG", "kept 12 months instead of 72 months"), (change.Where, change.What));
    }

    [Fact]
    public void Compare_RowThatIsGone_KeepsForEver()
    {
        var comparison = PolicyDiff.Compare(Keeps(General), Keeps());

        Assert.Contains(comparison.NewlyAllowed, static c => c is { Where: "retention, log, ASHG", What: "kept for ever instead of 60 months" });
    }

    [Fact]
    public void Compare_WithoutReview_IsAWideningAndBackANarrowing()
    {
        var (looked, unseen) = (Keeps(General), Keeps(General with { NeedsReview = false }));

        Assert.All(PolicyDiff.Compare(looked, unseen).NewlyAllowed, static c => Assert.Equal("erased without review", c.What));
        Assert.NotEmpty(PolicyDiff.Compare(looked, unseen).NewlyAllowed);
        Assert.Empty(PolicyDiff.Compare(unseen, looked).NewlyAllowed);
        Assert.NotEmpty(PolicyDiff.Compare(unseen, looked).NewlyDenied);
    }

    [Fact]
    public void Compare_PartyThatLeaves_LosesItsOwnTerm()
    {
        var old = Keeps(General, Centre);
        var centre = old.Partners.Values.First(static p => p.Kind.Code == "ASHG").Id;
        var without = old with { Partners = old.Partners.Values.Where(p => p.Id != centre).ToFrozenDictionary(static p => p.Id) };

        var change = Assert.Single(PolicyDiff.Compare(old, without).NewlyAllowed, static c => c.Where.StartsWith("retention", StringComparison.Ordinal));
        Assert.Equal(($"retention, log, {centre}", "kept 60 months instead of 72 months"), (change.Where, change.What));
        Assert.DoesNotContain(PolicyDiff.Compare(Keeps(General), Keeps(General) with { Partners = without.Partners }).NewlyAllowed, static c => c.Where.StartsWith("retention", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_OfficerWhoLeaves_LosesTheTermOfTheOrganisation()
    {
        var without = Keeps(General, Centre);
        var officer = new Officer
        {
            Id = "fg-centrum", Name = "Functionaris", Organisation = without.Partners.Values.First(static p => p.Kind.Code == "ASHG").Id, Role = default, CertificateSubject = "",
        };
        var with = without with { Officers = new[] { officer }.ToFrozenDictionary(static o => o.Id) };

        var change = Assert.Single(PolicyDiff.Compare(with, without).NewlyAllowed);
        Assert.Equal(("retention, log, fg-centrum", "kept 60 months instead of 72 months"), (change.Where, change.What));
        Compared.IsSame(without, with);
    }

    [Fact]
    public void Compare_OtherTitleOrPlace_ChangesNothing() =>
        Compared.IsSame(Keeps(General, Centre), Keeps(Centre with { Title = "anders", IsDerived = true }, General with { Id = "RET-2" }));

    [Fact]
    public void Decide_UnsignedChangeOfATerm_IsRefused()
    {
        var current = Keeps(General);

        Assert.Null(PolicyActivation.Decide(current, Unsigned(Keeps(General with { Months = 1 }))).Snapshot);
        Assert.Null(PolicyActivation.Decide(current, Unsigned(Keeps())).Snapshot);
        Assert.NotNull(PolicyActivation.Decide(current, Unsigned(Keeps(General))).Snapshot);
    }

    private static PolicySnapshot Keeps(params RetentionTerm[] terms) => Compared.Of() with { Retention = new RetentionSchedule([.. terms], TestCovenant.Words.Profiles) };

    private static PolicySnapshot Unsigned(PolicySnapshot snapshot) => snapshot with { Partners = snapshot.Partners.Values.ToFrozenDictionary(static p => p.Id, static p => p with { HasSigned = false }) };
}
