namespace ConvenantGateway.Policy.Tests;

/// <summary>What could ever be permitted, and what evidence it takes: asked before anything is looked up.</summary>
public sealed class DemandTests
{
    private static readonly PolicyRequest Ask = TestCovenant.Ask(Evidence.None);
    private static readonly Rule Rule = TestCovenant.Rule;

    [Fact]
    public void DemandedEvidence_OfSeveralRules_IsOfTheLeastDemanding()
    {
        var much = Rule with { Id = "R-M", Evidence = Evidence.Reason };

        Assert.Equal(Evidence.Consent, TestCovenant.Decider(much, Rule).DemandedEvidence(Ask));
        Assert.Equal(Evidence.Consent, TestCovenant.Decider(Rule, much).DemandedEvidence(Ask));
        Assert.Equal(Evidence.Consent | Evidence.Reason, TestCovenant.Decider(much).DemandedEvidence(Ask));
        Assert.Equal(Evidence.Consent | Evidence.Reason, TestCovenant.Decider(much, much with { Evidence = Evidence.Article }).DemandedEvidence(Ask));
    }

    [Fact]
    public void DemandedEvidence_OfRulesThatDoNotMatch_IsNotCounted()
    {
        var much = Rule with { Id = "R-M", Evidence = Evidence.Reason };
        var demanded = Evidence.Consent | Evidence.Reason;

        Assert.Equal(demanded, TestCovenant.Decider(much, Rule with { Profiles = 0b100 }).DemandedEvidence(Ask));
        Assert.Equal(demanded, TestCovenant.Decider(much, Rule with { Grounds = ["G-OWN"] }).DemandedEvidence(Ask));
        Assert.Equal(demanded, TestCovenant.Decider(much, Rule with { IsEmergency = true }).DemandedEvidence(Ask));
        Assert.Equal(demanded, TestCovenant.Decider(much, TestCovenant.Prohibition with { Never = TestRules.Set("D01") }).DemandedEvidence(Ask));
    }

    [Fact]
    public void DemandedEvidence_OnAnyGroundAndInAnyProfile_IsTold()
    {
        var decider = TestCovenant.Decider(TestCovenant.Terms with { Until = null }, Rule with { Grounds = ["G-OWN", "G-LEGIT"], Profiles = 0b011 });
        var later = new DateOnly(2014, 1, 1);

        Assert.Equal(Evidence.None, decider.DemandedEvidence(Ask with { Ground = new Ground("G-OWN"), LawDate = later }));
        Assert.Equal(Evidence.Weighing | Evidence.Reason, decider.DemandedEvidence(Ask with { Ground = new Ground("G-LEGIT") }));
        Assert.True(decider.CouldPermit(Ask.From, Ask.To, Ask.Purpose, Ask.By, later));
    }

    [Fact]
    public void DemandedEvidence_WhereNothingMatches_IsNull()
    {
        var decider = TestCovenant.Decider(Rule);

        Assert.Null(decider.DemandedEvidence(Ask with { Ground = new Ground("G-OWN") }));
        Assert.Null(decider.DemandedEvidence(Ask with { Ground = new Ground("G-NIETS") }));
        Assert.Null(decider.DemandedEvidence(Ask with { Ground = default }));
        Assert.Null(decider.DemandedEvidence(Ask with { Emergency = true }));
        Assert.Null(decider.DemandedEvidence(Ask with { From = TestCovenant.Police }));
        Assert.Null(TestCovenant.Decider(Rule, TestCovenant.Prohibition).DemandedEvidence(Ask));
        Assert.Null(TestCovenant.Decider(TestCovenant.Prohibition, Rule).DemandedEvidence(Ask));
        Assert.NotNull(TestCovenant.Decider(Rule, TestCovenant.Prohibition with { Grounds = ["G-OWN"] }).DemandedEvidence(Ask));
        Assert.NotNull(TestCovenant.Decider(Rule, TestCovenant.Prohibition with { Profiles = 0b100 }).DemandedEvidence(Ask));
    }

    /// <summary>An answer released beforehand rests on what the holder recorded, not on what the asker shows of the ground.</summary>
    [Fact]
    public void DemandedEvidence_OfAStandingAnswer_IsTheRuleAlone()
    {
        var standing = Rule with { By = [Initiative.Status], Holder = RuleHolder.Standing, Evidence = Evidence.StandingPermission };

        Assert.Equal(Evidence.StandingPermission, TestCovenant.Decider(standing).DemandedEvidence(Ask with { By = Initiative.Status }));
    }

    [Fact]
    public void CouldPermit_AnyFacts_LooksAtRulesAlone()
    {
        bool Could(params Rule[] rules) => TestCovenant.Decider(rules).CouldPermit(Ask.From, Ask.To, Ask.Purpose, Ask.By, Ask.LawDate);

        Assert.True(Could(Rule));
        Assert.True(Could(Rule, Rule with { Id = "R-2" }));
        Assert.True(Could(Rule with { IsEmergency = true, Evidence = Evidence.Decree }));
        Assert.True(Could(Rule, TestCovenant.Prohibition with { Grounds = ["G-OWN"] }));
        Assert.True(Could(Rule, TestCovenant.Prohibition with { Never = TestRules.Set("D01") }));
        Assert.True(Could(Rule, TestCovenant.Prohibition with { Profiles = 0b100 }));
        Assert.True(Could(Rule, Rule with { Profiles = 0b100 }));
        Assert.False(Could(Rule with { Profiles = 0b100 }));
        Assert.False(Could(Rule, TestCovenant.Prohibition));
        Assert.False(Could(TestCovenant.Prohibition with { Never = TestRules.Set("D01") }));
        Assert.False(Could(Rule with { Purposes = ["TREAT"] }));
        Assert.False(Could());
    }

    [Fact]
    public void CouldPermit_UnknownCodes_Never()
    {
        var decider = TestCovenant.Decider(Rule with { Purposes = ["REFER", "TREAT"] });

        Assert.False(decider.CouldPermit(Ask.From, Ask.To, new Purpose("NIETS"), Ask.By, Ask.LawDate));
        Assert.False(decider.CouldPermit(Ask.From, Ask.To, default, Ask.By, Ask.LawDate));
        Assert.False(decider.CouldPermit(Ask.From, PartnerId.Parse("niemand"), Ask.Purpose, Ask.By, Ask.LawDate));
        Assert.False(decider.CouldPermit(PartnerId.Parse("niemand"), Ask.To, Ask.Purpose, Ask.By, Ask.LawDate));
        Assert.False(decider.CouldPermit(Ask.From, Ask.To, Ask.Purpose, (Initiative)5, Ask.LawDate));
    }
}
