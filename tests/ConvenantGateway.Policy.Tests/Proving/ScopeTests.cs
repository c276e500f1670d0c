namespace ConvenantGateway.Policy.Tests;

/// <summary>An invariant speaks of the points that its scope names, and of no other; and every point is counted.</summary>
public sealed class ScopeTests
{
    private static readonly Rule Rule = HandmadeProof.Rule;
    private static readonly Invariant Never = HandmadeProof.Never("D02");

    [Fact]
    public void Scope_OfPartiesPurposeAndInitiative_LeavesOutTheRest()
    {
        Broken(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push] });
        Holds(new() { From = ["POL"] });
        Holds(new() { To = ["AMK"] });
        Holds(new() { Purposes = ["TREAT"] });
        Holds(new() { By = [Initiative.Status] });
    }

    [Fact]
    public void Scope_OfProfilesGroundsAndProcedure_LeavesOutTheRest()
    {
        Broken(new() { Profiles = 0b001 });
        Broken(new() { Profiles = 0b010 });
        Holds(new() { Profiles = 0b100 });
        Broken(new() { Grounds = ["G-OWN", "G-CONSENT"] });
        Holds(new() { Grounds = ["G-OWN"] });
        Broken(new() { Emergency = false });
        Holds(new() { Emergency = true });
        Assert.Contains(", emergency, rol slachtoffer", HandmadeProof.Counter(Never with { When = new() { Emergency = true } }, Rule with { IsEmergency = true }), StringComparison.Ordinal);
        Assert.Null(HandmadeProof.Counter(Never with { When = new() { Emergency = false } }, Rule with { IsEmergency = true }));
    }

    [Fact]
    public void Scope_OfRoles_LeavesOutTheRest()
    {
        Broken(new() { Roles = [BetrokkeneRol.Kind, BetrokkeneRol.Slachtoffer] });
        Holds(new() { Roles = [BetrokkeneRol.Kind] });

        var atMost = HandmadeProof.Claim(new InvariantClaim(ClaimKind.AtMost));
        var level = Rule with { Release = [TestCovenant.About(BetrokkeneRol.Kind, "D01") with { Level = StatusLevel.L1 }] };
        Assert.NotNull(HandmadeProof.Counter(atMost with { When = new() { Roles = [BetrokkeneRol.Kind] } }, level));
        Assert.Null(HandmadeProof.Counter(atMost with { When = new() { Roles = [BetrokkeneRol.Slachtoffer] } }, level));
    }

    [Fact]
    public void Scope_OfLabels_SpeaksOfReceivedDataAlone()
    {
        var received = Rule with { Onward = DataOrigins.Medical, Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D03")] };
        Invariant Labelled(DataOrigins origins) => HandmadeProof.Never("D03") with { When = new() { Origins = origins } };

        Assert.EndsWith(", rol slachtoffer, consent all, label MEDICAL: D01 D03 L0", HandmadeProof.Counter(Labelled(DataOrigins.Medical), received), StringComparison.Ordinal);
        Assert.Null(HandmadeProof.Counter(Labelled(DataOrigins.Wpg), received));
        Assert.Null(HandmadeProof.Counter(HandmadeProof.Never("D02") with { When = new() { Origins = DataOrigins.Medical } }, received with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02")] }));
        Assert.Null(HandmadeProof.Counter(Labelled(DataOrigins.Medical), received with { Onward = DataOrigins.None }));
    }

    /// <summary>Where several invariants forbid something about one person, each is told of its own breach.</summary>
    [Fact]
    public void Prove_SeveralInvariantsOfOnePerson_AreEachHeld()
    {
        var report = HandmadeProof.Prove(
            [
                HandmadeProof.Never("D09") with { Id = "I-A" }, HandmadeProof.Never("D01") with { Id = "I-B" }, HandmadeProof.Never("D02") with { Id = "I-C" },
                HandmadeProof.Claim(new InvariantClaim(ClaimKind.AtMost) { Level = StatusLevel.L1 }) with { Id = "I-D" },
            ],
            [Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02") with { Level = StatusLevel.L2 }] }], null);

        Assert.Equal(["I-B", "I-C", "I-D"], report.Outcomes.Where(static o => !o.Holds).Select(static o => o.Id));
    }

    [Fact]
    public void Prove_FirstCounterExample_IsTheFirstCellsWhateverTheOrderOfTheRules()
    {
        var treat = Rule with { Id = "R-2", From = ["POL"] };

        Assert.StartsWith("from ASHG", HandmadeProof.Counter(Never, Rule, treat), StringComparison.Ordinal);
        Assert.StartsWith("from ASHG", HandmadeProof.Counter(Never, treat, Rule), StringComparison.Ordinal);
    }

    /// <summary>
    /// Four days (the beginning and three profiles), one ground with a rule, two procedures and two sets of evidence are 16 points of the one cell; two of them permit, each asked about ten roles
    /// with and without consent. The other 127 cells deny at four days, five grounds, two procedures and ten roles. An invariant does not speak of the day before the first profile.
    /// </summary>
    [Fact]
    public void Points_OfTheField_AreAllThatCouldBeAsked()
    {
        var report = HandmadeProof.Prove(Never with { Then = new InvariantClaim(ClaimKind.Never) { Categories = TestRules.Set("D03") } }, Rule);

        Assert.Equal(16 + (2 * 20), report.Decided);
        Assert.Equal(report.Decided + (127 * 400), report.Points);
        Assert.Equal(12 + (2 * 20) + (127 * 400), Assert.Single(report.Outcomes).Points);
    }

    [Fact]
    public void Points_OfAScope_AreThoseItSpeaksOf()
    {
        long Points(InvariantScope when, ClaimKind kind = ClaimKind.Never) => Assert.Single(HandmadeProof.Prove(HandmadeProof.Claim(new InvariantClaim(kind) { Property = "reproducible" }) with { When = when }, Rule).Outcomes).Points;

        Assert.Equal(12 + 40, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push] }));
        Assert.Equal(400 * 3, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Read, Initiative.Search, Initiative.Status] }));
        Assert.Equal(12 + 4, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push], Roles = [BetrokkeneRol.Kind] }));
        Assert.Equal(4 + 20, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push], Profiles = 0b001 }));
        Assert.Equal(12 + 40, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push] }, ClaimKind.Property));
        Assert.Equal(12, Points(new() { From = ["ASHG"], To = ["VO"], Purposes = ["REFER"], By = [Initiative.Push] }, ClaimKind.Demands));
        Assert.Equal(400 * 8 * 4, Points(new() { From = ["POL"] }));
    }

    private static void Broken(InvariantScope when) => Assert.NotNull(HandmadeProof.Counter(Never with { When = when }, Rule));

    private static void Holds(InvariantScope when) => Assert.Null(HandmadeProof.Counter(Never with { When = when }, Rule));
}
