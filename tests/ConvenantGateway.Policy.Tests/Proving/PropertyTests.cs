namespace ConvenantGateway.Policy.Tests;

/// <summary>The properties of the decision as a whole: each holds of the decision as it is, and is found broken in an answer that it would never give.</summary>
public sealed class PropertyTests
{
    private static readonly Rule Rule = TestCovenant.Rule with
    {
        Onward = DataOrigins.Medical,
        Evidence = Evidence.Reason,
        Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02") with { Level = StatusLevel.L1 }, TestCovenant.About(BetrokkeneRol.Pleger, "D01", "D03") with { Basis = "G-OWN" }, TestCovenant.About(BetrokkeneRol.Kind, "D02", "D03")],
    };

    private static readonly ProbePoint Point = new("ASHG", "VO", "REFER", Initiative.Push, "G-CONSENT", new DateOnly(2009, 1, 1), Evidence.Consent | Evidence.Reason, false);
    private static readonly BetrokkeneFacts Victim = TestCovenant.Person(BetrokkeneRol.Slachtoffer);
    private static readonly BetrokkeneFacts Suspect = TestCovenant.Person(BetrokkeneRol.Pleger);

    [Fact]
    public void Properties_OfTheDecisionAsItIs_AllHold() =>
        Assert.All(DecisionProperties.Words, static word => Assert.Null(HandmadeProof.Counter(HandmadeProof.Property(word), Rule, TestCovenant.Prohibition with { Never = TestRules.Set("D02"), Purposes = ["TREAT"] })));

    [Fact]
    public void Properties_WordThatNobodyKnows_IsNoClaim()
    {
        var probe = Probe(Rule);

        Assert.True(DecisionProperties.HoldsOfMatch("x", probe, null, Point, probe.Match(Point)));
        Assert.True(DecisionProperties.HoldsOfPerson("x", probe, null, Point, probe.Match(Point), Victim, Released("D26")));
    }

    [Fact]
    public void DenyByDefault_PermitWithNoRuleBehindIt_IsFound()
    {
        var probe = Probe(TestCovenant.Prohibition with { Never = TestRules.Set("D02") }, Rule);

        Assert.True(OfMatch("deny-by-default", probe, 0b11));
        Assert.True(OfMatch("deny-by-default", probe, 0b10));
        Assert.False(OfMatch("deny-by-default", probe, 0b01));
        Assert.False(OfMatch("deny-by-default", probe, 0b00));
    }

    [Fact]
    public void Reproducible_OtherAnswerToTheSamePoint_IsFound()
    {
        Assert.True(OfMatch("reproducible", Probe(Rule), 0b1));
        Assert.False(OfMatch("reproducible", Probe(Rule), 0b0));
        Assert.False(DecisionProperties.HoldsOfMatch("reproducible", Probe(Rule), null, Point with { Evidence = Evidence.None }, new CellMatch(true, 0, 0, [])));
    }

    [Fact]
    public void MonotoneEvidence_MoreThatNoLongerPermits_IsFound()
    {
        Assert.True(OfMatch("monotone-evidence", Probe(Rule), 0b1));
        Assert.False(DecisionProperties.HoldsOfMatch("monotone-evidence", Probe(Rule), null, Point with { Evidence = Evidence.None }, new CellMatch(true, 1, 0, [])));
        Assert.False(DecisionProperties.HoldsOfMatch("monotone-evidence", Probe(Rule with { Evidence = Evidence.Reason | Evidence.Article }), null, Point, new CellMatch(true, 1, 0, [])));
    }

    [Fact]
    public void CovenantWithinStatute_WhateverTheLawDoesNotGive_IsFound()
    {
        var law = Probe(Rule);

        Assert.True(DecisionProperties.HoldsOfMatch("covenant-within-statute", law, law, Point, law.Match(Point)));
        Assert.True(DecisionProperties.HoldsOfMatch("covenant-within-statute", law, null, Point, law.Match(Point)));
        Assert.False(DecisionProperties.HoldsOfMatch("covenant-within-statute", law, Probe(Rule with { Evidence = Evidence.Article }), Point, law.Match(Point)));
        Assert.True(Within(law, Released("D01", "D02")));
        Assert.True(Within(law, Released("D02") with { Level = StatusLevel.L1 }));
        Assert.False(Within(law, Released("D01", "D03")));
        Assert.False(Within(law, Released("D01") with { Level = StatusLevel.L2 }));
        Assert.True(Within(null, Released("D26")));
    }

    /// <summary>The law is asked as if everything were declared: what a sender declared is the covenant's matter.</summary>
    [Fact]
    public void CovenantWithinStatute_UndeclaredFlow_IsHeldAgainstTheLawAsDeclared()
    {
        var law = Probe(Rule with { PriorInvestigation = "31(1)(c)" });
        var undeclared = Point with { Declared = Declarations.None };

        Assert.True(DecisionProperties.HoldsOfMatch("covenant-within-statute", law, law, undeclared, law.Match(Point)));
        Assert.True(DecisionProperties.HoldsOfPerson("covenant-within-statute", law, law, undeclared, law.Match(Point), Victim, Released("D01")));
    }

    [Fact]
    public void Covenant_WiderThanTheLaw_IsFoundInTheWholeField()
    {
        var property = HandmadeProof.Property("covenant-within-statute");

        Assert.True(HandmadeProof.Prove([property], [Rule], [Rule]).Holds);
        Assert.True(HandmadeProof.Prove([property], [], [Rule]).Holds);
        Assert.Contains(", rol slachtoffer, consent all: D01 D02 L1", HandmadeProof.Prove([property], [Rule], [Rule with { Never = TestRules.Set("D02") }]).Outcomes[0].CounterExample, StringComparison.Ordinal);
        Assert.DoesNotContain("rol", HandmadeProof.Prove([property], [Rule], []).Outcomes[0].CounterExample, StringComparison.Ordinal);
    }

    [Fact]
    public void RolesIntersect_SecondRoleThatGivesMore_IsFound()
    {
        Assert.True(OfPerson("roles-intersect", Victim, Released("D01", "D02") with { Level = StatusLevel.L1 }));
        Assert.False(OfPerson("roles-intersect", Victim, Released("D02") with { Level = StatusLevel.L1 }));
        Assert.False(OfPerson("roles-intersect", Victim, Released("D01", "D02")));
    }

    [Fact]
    public void MonotoneConsent_LessWithConsentThanWithout_IsFound()
    {
        Assert.True(OfPerson("monotone-consent", Suspect, Released("D01", "D03")));
        Assert.False(OfPerson("monotone-consent", Suspect, Released("D01")));
        Assert.True(OfPerson("monotone-consent", Victim, default));
    }

    [Fact]
    public void ConsentCaps_MoreThanAGroundOfItsOwnGives_IsFound()
    {
        Assert.True(OfPerson("consent-caps", Victim with { ConsentScope = default }, default));
        Assert.False(OfPerson("consent-caps", Victim with { ConsentScope = default }, Released("D01")));
        Assert.True(OfPerson("consent-caps", Suspect with { ConsentScope = default }, Released("D01", "D03")));
        Assert.False(OfPerson("consent-caps", Suspect with { ConsentScope = default }, Released("D02")));
        Assert.True(OfPerson("consent-caps", Victim, Released("D26")));
    }

    [Fact]
    public void OwnBasisSuspectOnly_AnyoneElseWithoutConsent_IsFound()
    {
        Assert.True(OfPerson("own-basis-suspect-only", Suspect with { ConsentScope = default }, Released("D01")));
        Assert.False(OfPerson("own-basis-suspect-only", Victim with { ConsentScope = default }, Released("D01")));
        Assert.True(OfPerson("own-basis-suspect-only", Victim with { ConsentScope = default }, default));
        Assert.True(OfPerson("own-basis-suspect-only", Victim, Released("D01")));
        var own = Probe(Rule with { Grounds = ["G-OWN"] });
        Assert.True(DecisionProperties.HoldsOfPerson("own-basis-suspect-only", own, null, Point with { Ground = "G-OWN" }, own.Match(Point with { Ground = "G-OWN" }), Victim with { ConsentScope = default }, Released("D01")));
    }

    [Theory]
    [InlineData(DataOrigins.None, true)]
    [InlineData(DataOrigins.Wpg, true)]
    [InlineData(DataOrigins.Medical, true)]
    [InlineData(DataOrigins.Melding, true)]
    [InlineData(DataOrigins.Hvb, true)]
    [InlineData(DataOrigins.Unknown, false)]
    [InlineData(DataOrigins.Wpg | DataOrigins.Hvb, false)]
    public void ConflictingLabelsEmpty_AnythingUnderTwoLabelsOrNone_IsFound(DataOrigins origins, bool mayRelease)
    {
        Assert.Equal(mayRelease, OfPerson("conflicting-labels-empty", Victim with { Origins = origins }, Released("D01")));
        Assert.True(OfPerson("conflicting-labels-empty", Victim with { Origins = origins }, default));
    }

    [Fact]
    public void MostWithoutConsent_AnyRules_IsWhatOwnGroundsGiveLessWhatIsKeptBack()
    {
        CategorySet Most(BetrokkeneFacts facts, ProbePoint point, params Rule[] rules) => Probe(rules).MostWithoutConsent(point, facts);

        Assert.Equal(TestRules.Set("D01", "D03"), Most(Suspect, Point, Rule));
        Assert.Equal(default, Most(Victim, Point, Rule));
        Assert.Equal(TestRules.Set("D01"), Most(Suspect, Point, Rule with { Never = TestRules.Set("D03") }));
        Assert.Equal(TestRules.Set("D03"), Most(Suspect, Point, Rule, TestCovenant.Prohibition with { Never = TestRules.Set("D01") }));
        Assert.Equal(TestRules.Set("D01", "D03"), Most(Suspect with { Origins = DataOrigins.Medical }, Point, Rule));
        Assert.Equal(default, Most(Suspect with { Origins = DataOrigins.Wpg }, Point, Rule));
        Assert.Equal(default, Most(Suspect, Point with { Evidence = Evidence.Consent }, Rule));
        Assert.Equal(default, Most(Suspect, Point with { Ground = "G-NIETS" }, Rule));
        Assert.Equal(default, Most(Suspect, Point with { Date = DateOnly.MinValue }, Rule));
    }

    private static bool OfMatch(string property, CellProbe probe, int subset) => DecisionProperties.HoldsOfMatch(property, probe, null, Point, new CellMatch(true, subset, 0, []));

    private static bool OfPerson(string property, BetrokkeneFacts facts, BetrokkeneDecision released)
    {
        var probe = Probe(Rule);
        return DecisionProperties.HoldsOfPerson(property, probe, null, Point, probe.Match(Point), facts, released);
    }

    private static bool Within(CellProbe? law, BetrokkeneDecision released) => DecisionProperties.HoldsOfPerson("covenant-within-statute", Probe(Rule), law, Point, Probe(Rule).Match(Point), Victim, released);

    private static CellProbe Probe(params Rule[] rules) => CellProbe.Of(TestCovenant.Table(rules), "ASHG", "VO", "REFER", Initiative.Push);

    private static BetrokkeneDecision Released(params string[] categories) => new(TestRules.Set(categories), StatusLevel.L0);
}
