namespace ConvenantGateway.Policy.Tests;

/// <summary>What is released about one person, by the rules that match.</summary>
public sealed class ReleaseTests
{
    private const BetrokkeneRol Victim = BetrokkeneRol.Slachtoffer;
    private static readonly PolicyRequest Ask = TestCovenant.Ask();

    [Fact]
    public void Release_TwoRules_IsTheirUnion()
    {
        var decider = TestCovenant.Decider(Releasing(new RoleRelease(Victim, TestRules.Set("D01", "D02"), StatusLevel.L2, Evidence.None, null)), Releasing(new RoleRelease(Victim, TestRules.Set("D02", "D03"), StatusLevel.L1, Evidence.None, null)) with { Id = "R-2" });

        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D01", "D02", "D03"), StatusLevel.L2), decider.Released(Ask, TestCovenant.Person(Victim)));
    }

    [Fact]
    public void Release_PersonWithTwoRoles_IsWhatBothGive()
    {
        var decider = TestCovenant.Decider(Releasing(
            new RoleRelease(Victim, TestRules.Set("D01", "D02"), StatusLevel.L1, Evidence.None, null), new RoleRelease(BetrokkeneRol.Hulpvrager, TestRules.Set("D02", "D03"), StatusLevel.L2, Evidence.None, null)));

        BetrokkeneDecision Of(params BetrokkeneRol[] roles) => decider.Released(Ask, new BetrokkeneFacts(roles.Aggregate(default(RolSet), static (set, r) => set | RolSet.Of(r)), CategorySet.All));

        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D02"), StatusLevel.L1), Of(Victim, BetrokkeneRol.Hulpvrager));
        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D02", "D03"), StatusLevel.L2), Of(BetrokkeneRol.Hulpvrager));
        Assert.Equal(default, Of(Victim, BetrokkeneRol.Kind));
        Assert.Equal(default, Of(Victim, BetrokkeneRol.Onbekend));
        Assert.Equal(default, Of(BetrokkeneRol.Onbekend));
        Assert.Equal(default, Of());
    }

    [Fact]
    public void Release_RoleThatNobodyKnows_IsNothing() =>
        Assert.Equal(default, TestCovenant.Decider(TestCovenant.Rule).Released(Ask, new BetrokkeneFacts(new RolSet((1 << (int)Victim) | (1 << 11)), CategorySet.All)));

    [Fact]
    public void Release_NothingLeft_HasNoLevel()
    {
        var level = new RoleRelease(Victim, TestRules.Set("D01"), StatusLevel.L2, Evidence.None, null);

        Assert.Equal(default, TestCovenant.Decider(Releasing(level) with { Never = TestRules.Set("D01") }).Released(Ask, TestCovenant.Person(Victim)));
        Assert.Equal(default, TestCovenant.Decider(Releasing(level with { Categories = default })).Released(Ask, TestCovenant.Person(Victim)));
    }

    [Fact]
    public void Release_WhatOneRuleKeepsBack_NoOtherGives()
    {
        var keeping = TestCovenant.Rule with { Id = "R-2", Release = [], Never = TestRules.Set("D02") };
        var prohibition = TestCovenant.Prohibition with { Never = TestRules.Set("D01") };

        Assert.Equal(TestRules.Set("D01"), TestCovenant.Decider(TestCovenant.Rule, keeping).Released(Ask, TestCovenant.Person(Victim)).Released);
        Assert.Equal(TestRules.Set("D02"), TestCovenant.Decider(prohibition, TestCovenant.Rule).Released(Ask, TestCovenant.Person(Victim)).Released);
        Assert.Equal(default, TestCovenant.Decider(prohibition, TestCovenant.Rule, keeping).Released(Ask, TestCovenant.Person(Victim)));
        Assert.Equal(TestRules.Set("D01", "D02"), TestCovenant.Decider(TestCovenant.Rule, keeping with { Grounds = ["G-OWN"] }).Released(Ask, TestCovenant.Person(Victim)).Released);
    }

    [Fact]
    public void Release_OnConsent_IsCappedByItsScopeUnlessTheRoleHasAGroundOfItsOwn()
    {
        var child = TestCovenant.About(BetrokkeneRol.Kind, "D01", "D02") with { Basis = "G-OWN" };
        var decider = TestCovenant.Decider(TestCovenant.Rule with { Grounds = ["G-CONSENT", "G-OWN", "G-VROEG"], Release = [TestCovenant.About(Victim, "D01", "D02"), child] });
        var scope = TestRules.Set("D02", "D03");

        Assert.Equal(TestRules.Set("D02"), decider.Released(Ask, new BetrokkeneFacts(RolSet.Of(Victim), scope)).Released);
        Assert.Equal(TestRules.Set("D02"), decider.Released(Ask with { Ground = new Ground("G-VROEG") }, new BetrokkeneFacts(RolSet.Of(Victim), scope)).Released);
        Assert.Equal(TestRules.Set("D01", "D02"), decider.Released(Ask, new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Kind), scope)).Released);
        Assert.Equal(TestRules.Set("D01", "D02"), decider.Released(Ask with { Ground = new Ground("G-OWN") }, new BetrokkeneFacts(RolSet.Of(Victim), scope)).Released);
    }

    [Fact]
    public void Release_RoleThatAsksEvidence_GivesNothingWithoutIt()
    {
        var decider = TestCovenant.Decider(Releasing(new RoleRelease(Victim, TestRules.Set("D01"), StatusLevel.L2, Evidence.Reason | Evidence.Article, null), TestCovenant.About(BetrokkeneRol.Kind, "D01")));

        Assert.Equal(default, decider.Released(TestCovenant.Ask(Evidence.Consent | Evidence.Reason), TestCovenant.Person(Victim)));
        Assert.Equal(TestRules.Set("D01"), decider.Released(TestCovenant.Ask(Evidence.Consent | Evidence.Reason), TestCovenant.Person(BetrokkeneRol.Kind)).Released);
        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D01"), StatusLevel.L2), decider.Released(TestCovenant.Ask(Evidence.Consent | Evidence.Reason | Evidence.Article), TestCovenant.Person(Victim)));
    }

    [Fact]
    public void Release_RuleThatDoesNotMatch_GivesNothing()
    {
        var other = Releasing(new RoleRelease(Victim, TestRules.Set("D03"), StatusLevel.L2, Evidence.None, null)) with { Id = "R-2", Onward = DataOrigins.Medical };

        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D01", "D02"), StatusLevel.L0), TestCovenant.Decider(TestCovenant.Rule, other with { Grounds = ["G-OWN"] }).Released(Ask, TestCovenant.Person(Victim)));
        Assert.Equal(TestRules.Set("D03"), TestCovenant.Decider(TestCovenant.Rule, other).Released(Ask, TestCovenant.Person(Victim, DataOrigins.Medical)).Released);
        Assert.Equal(default, TestCovenant.Decider(TestCovenant.Rule, TestCovenant.Prohibition with { Never = TestRules.Set("D03"), Release = other.Release, Onward = DataOrigins.Medical }).Released(Ask, TestCovenant.Person(Victim, DataOrigins.Medical)));
    }

    [Fact]
    public void Release_LevelWithoutItsEvidence_DoesNotLiftAnotherRule()
    {
        var high = Releasing(new RoleRelease(Victim, TestRules.Set("D03"), StatusLevel.L2, Evidence.Reason, null)) with { Id = "R-2" };

        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D01", "D02"), StatusLevel.L0), TestCovenant.Decider(TestCovenant.Rule, high).Released(Ask, TestCovenant.Person(Victim)));
    }

    private static Rule Releasing(params RoleRelease[] releases) => TestCovenant.Rule with { Release = [.. releases] };
}
