namespace ConvenantGateway.Policy.Tests;

/// <summary>Each kind of claim, held and broken, with the request that breaks it.</summary>
public sealed class ClaimTests
{
    private const string Permit = "from ASHG to VO, purpose REFER, by push, ground G-CONSENT, evidence [consent], date 2009-01-01";
    private static readonly Rule Rule = HandmadeProof.Rule;

    [Fact]
    public void Never_ReleasedToAnyone_IsBroken()
    {
        Assert.Null(HandmadeProof.Counter(HandmadeProof.Never("D03"), Rule));
        Assert.Equal(Permit + ", rol slachtoffer, consent all: D01 D02 L0", HandmadeProof.Counter(HandmadeProof.Never("D02"), Rule));
        Assert.Null(HandmadeProof.Counter(HandmadeProof.Never("D02"), Rule with { Never = TestRules.Set("D02") }));
        Assert.Null(HandmadeProof.Counter(HandmadeProof.Never("D02"), Rule, TestCovenant.Prohibition));
    }

    [Fact]
    public void Never_WithoutConsent_LooksAtWhatHasAGroundOfItsOwn() => Assert.Equal(
        Permit + ", rol pleger, consent all: D03 L0",
        HandmadeProof.Counter(HandmadeProof.Never("D03"), Rule with { Release = [.. Rule.Release, TestCovenant.About(BetrokkeneRol.Pleger, "D03") with { Basis = "G-OWN" }] }));

    [Fact]
    public void AtMost_HigherLevel_IsBroken()
    {
        var level = Rule with { Release = [TestCovenant.About(BetrokkeneRol.Kind, "D01") with { Level = StatusLevel.L2 }] };
        Invariant AtMost(StatusLevel most) => HandmadeProof.Claim(new InvariantClaim(ClaimKind.AtMost) { Level = most });

        Assert.Null(HandmadeProof.Counter(AtMost(StatusLevel.L2), level));
        Assert.Equal(Permit + ", rol kind, consent all: D01 L2", HandmadeProof.Counter(AtMost(StatusLevel.L1), level));
        Assert.Equal(Permit + ", rol kind, consent all: D01 L2", HandmadeProof.Counter(AtMost(StatusLevel.L0), level));
    }

    [Fact]
    public void Deny_AnyPermit_IsBroken()
    {
        var deny = HandmadeProof.Claim(new InvariantClaim(ClaimKind.Deny));

        Assert.Equal(Permit, HandmadeProof.Counter(deny, Rule));
        Assert.Null(HandmadeProof.Counter(deny, Rule, TestCovenant.Prohibition));
        Assert.Null(HandmadeProof.Counter(deny));
    }

    [Fact]
    public void Demands_PermitWithout_IsBroken()
    {
        Invariant Demands(Evidence evidence) => HandmadeProof.Claim(new InvariantClaim(ClaimKind.Demands) { Evidence = evidence });

        Assert.Null(HandmadeProof.Counter(Demands(Evidence.Consent), Rule));
        Assert.Equal(Permit, HandmadeProof.Counter(Demands(Evidence.Consent | Evidence.Reason), Rule));
        Assert.Null(HandmadeProof.Counter(Demands(Evidence.Consent | Evidence.Reason), Rule with { Evidence = Evidence.Reason }));
    }

    /// <summary>Evidence that one role asks is looked at too, though the exchange as a whole does not need it.</summary>
    [Fact]
    public void Demands_EvidenceOfARole_IsTriedWithAndWithout()
    {
        var asking = Rule with { Release = [TestCovenant.About(BetrokkeneRol.Kind, "D05") with { Requires = Evidence.Article }] };

        Assert.Equal("from ASHG to VO, purpose REFER, by push, ground G-CONSENT, evidence [consent, article], date 2009-01-01, rol kind, consent all: D05 L0", HandmadeProof.Counter(HandmadeProof.Never("D05"), asking));
    }

    [Fact]
    public void Obligations_PermitWithoutOne_IsBroken()
    {
        var obliged = HandmadeProof.Claim(new InvariantClaim(ClaimKind.Obligations) { Obligations = [new Obligation("written"), new Obligation("no-onward")] });

        Assert.Null(HandmadeProof.Counter(obliged, Rule with { Obligations = [new Obligation("no-onward"), new Obligation("written")] }));
        Assert.Equal(Permit, HandmadeProof.Counter(obliged, Rule with { Obligations = [new Obligation("no-onward")] }));
        Assert.Null(HandmadeProof.Counter(obliged, Rule with { Obligations = [new Obligation("no-onward")] }, Rule with { Id = "R-2", Obligations = [new Obligation("written")] }));
    }

    [Fact]
    public void Grounds_PermitOnAnother_IsBroken()
    {
        var grounds = HandmadeProof.Claim(new InvariantClaim(ClaimKind.Grounds) { Grounds = ["G-CONSENT"] });

        Assert.Null(HandmadeProof.Counter(grounds, Rule));
        Assert.Contains("ground G-OWN", HandmadeProof.Counter(grounds, Rule with { Grounds = ["G-OWN", "G-CONSENT"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Except_TheRulesThatMay_DoNotBreakIt()
    {
        var invariant = HandmadeProof.Never("D02") with { Except = ["R-9"] };

        Assert.NotNull(HandmadeProof.Counter(invariant, Rule));
        Assert.Null(HandmadeProof.Counter(invariant, Rule with { Id = "R-9" }));
        Assert.Null(HandmadeProof.Counter(invariant, Rule with { Id = "R-C", Narrows = "R-9" }));
        Assert.NotNull(HandmadeProof.Counter(invariant, Rule, Rule with { Id = "R-9", Grounds = ["G-OWN"], Release = [] }));
        Assert.Null(HandmadeProof.Counter(HandmadeProof.Claim(new InvariantClaim(ClaimKind.Deny)) with { Except = ["R-1"] }, Rule));
        Assert.NotNull(HandmadeProof.Counter(HandmadeProof.Claim(new InvariantClaim(ClaimKind.Deny)) with { Except = ["R-2"] }, Rule));
    }

    [Fact]
    public void Elsewhere_Invariant_IsNotProvedHere()
    {
        var outcome = Assert.Single(HandmadeProof.Prove(HandmadeProof.Never("D02") with { Then = null, Elsewhere = "het filter" }, Rule).Outcomes);

        Assert.Equal(new ProofOutcome("I-1", "proef", "0.1", 0, "het filter", null), outcome);
        Assert.True(outcome.Holds);
    }

    [Fact]
    public void Report_Holds_IfEveryOutcomeDoes()
    {
        var broken = HandmadeProof.Prove([HandmadeProof.Never("D03"), HandmadeProof.Never("D02") with { Id = "I-2" }], [Rule], null);

        Assert.False(broken.Holds);
        Assert.Equal([("I-1", true), ("I-2", false)], broken.Outcomes.Select(static o => (o.Id, o.Holds)));
        Assert.True(HandmadeProof.Prove(HandmadeProof.Never("D03"), Rule).Holds);
    }
}
