namespace ConvenantGateway.Policy.Tests;

/// <summary>What one rule more, less or otherwise lets flow, with the request that shows it.</summary>
public sealed class ReleaseDiffTests
{
    private const string OfVictim = ", rol slachtoffer, consent all";

    [Fact]
    public void Compare_SameRules_FindsNothing() => Compared.IsSame(Compared.Of(Compared.Rule), Compared.Of(Compared.Rule));

    [Fact]
    public void Compare_RuleMore_OpensTheExchangeAndWhatItReleases() => Compared.OpensAndBackCloses(
        Compared.Of(),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Cell, "exchange", Compared.Example()),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_GroundMore_OpensTheExchangeOnIt() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Grounds = ["G-CONSENT", "G-OWN"] }),
        Compared.Change("ASHG → VO, REFER, push, G-OWN", "exchange", Compared.Example(ground: "G-OWN")),
        Compared.Change("ASHG → VO, REFER, push, G-OWN, slachtoffer", "D01 D02", Compared.Example(", rol slachtoffer, consent none", "G-OWN")));

    [Fact]
    public void Compare_CategoryMore_NamesItAlone() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02", "D03")] }),
        Compared.Change(Compared.Victim, "D03", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_OtherCategory_OpensTheOneAndClosesTheOther() => Compared.Holds(
        PolicyDiff.Compare(Compared.Of(Compared.Rule), Compared.Of(Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D02", "D03")] })),
        [Compared.Change(Compared.Victim, "D03", Compared.Example(OfVictim))],
        [Compared.Change(Compared.Victim, "D01", Compared.Example(OfVictim))]);

    [Fact]
    public void Compare_RolesMore_AreNamedInOrder() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Release = [.. Compared.Rule.Release, TestCovenant.About(BetrokkeneRol.Pleger, "D01"), TestCovenant.About(BetrokkeneRol.Kind, "D04")] }),
        Compared.Change(Compared.Cell + ", kind", "D04", Compared.Example(", rol kind, consent all")),
        Compared.Change(Compared.Cell + ", pleger", "D01", Compared.Example(", rol pleger, consent all")));

    [Fact]
    public void Compare_HigherLevelAndACategoryMore_AreTwoChanges() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02", "D03") with { Level = StatusLevel.L1 }] }),
        Compared.Change(Compared.Victim, "D03", Compared.Example(OfVictim)),
        Compared.Change(Compared.Victim, "L1", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_BasisOfItsOwn_OpensWhatConsentDidNotCover() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02") with { Basis = "G-LEGIT" }] }),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(", rol slachtoffer, consent none")));

    [Fact]
    public void Compare_CategoryNoLongerKeptBack_IsOpen() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { Never = TestRules.Set("D02", "D05") }),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Victim, "D02", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_ProhibitionDropped_OpensWhatItForbade()
    {
        Compared.OpensAndBackCloses(
            Compared.Of(Compared.Rule, TestCovenant.Prohibition with { Never = TestRules.Set("D01") }),
            Compared.Of(Compared.Rule),
            Compared.Change(Compared.Victim, "D01", Compared.Example(OfVictim)));
        Compared.OpensAndBackCloses(
            Compared.Of(Compared.Rule, TestCovenant.Prohibition),
            Compared.Of(Compared.Rule),
            Compared.Change(Compared.Cell, "exchange", Compared.Example()),
            Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));
    }

    [Fact]
    public void Compare_LabelPassedOn_OpensItWithinItsLimit() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Onward = DataOrigins.Medical }),
        Compared.Change(Compared.Victim + ", onward MEDICAL", "D01", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_LabelThatAsksEvidence_IsShownWithIt() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Onward = DataOrigins.Wpg }),
        Compared.Change(Compared.Victim + ", onward WPG", "D01 D02", Compared.Example(OfVictim, evidence: "consent, reason")));
}
