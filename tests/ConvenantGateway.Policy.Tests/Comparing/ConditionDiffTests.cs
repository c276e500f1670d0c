using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>What a rule asks, obliges to and warns of: less of it is a widening though not a category more flows.</summary>
public sealed class ConditionDiffTests
{
    private const string OfVictim = ", rol slachtoffer, consent all";

    [Fact]
    public void Compare_EvidenceNoLongerAsked_OpensTheExchangeWithoutIt() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { Evidence = Evidence.Weighing }),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Cell, "exchange", Compared.Example()),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_RoleThatNoLongerAsksEvidence_IsOpenWithoutIt() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02") with { Requires = Evidence.Weighing }] }),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_RoleReleasedOnEvidence_IsShownWithIt() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule with { Release = [.. Compared.Rule.Release, TestCovenant.About(BetrokkeneRol.Kind, "D04") with { Requires = Evidence.Weighing | Evidence.Reason }] }),
        Compared.Change(Compared.Cell + ", kind", "D04", Compared.Example(", rol kind, consent all", evidence: "consent, weighing, reason")));

    [Fact]
    public void Compare_ObligationsDropped_AreNamed()
    {
        var old = Compared.Of(Compared.Rule with { Obligations = [new Obligation("no-onward"), new Obligation("written"), new Obligation("feedback")] });

        Compared.Opens(old, Compared.Of(Compared.Rule with { Obligations = [new Obligation("feedback")] }), Compared.Change(Compared.Cell, "without no-onward written", Compared.Example()));
        Compared.IsSame(Compared.Of(Compared.Rule), old);
        Compared.IsSame(old, old);
    }

    [Fact]
    public void Compare_WarningsDropped_AreNamed()
    {
        var old = Compared.Of(Compared.Rule with { WarnWithout = Evidence.Meldcode | Evidence.Reason | Evidence.Weighing });

        Compared.Opens(old, Compared.Of(Compared.Rule with { WarnWithout = Evidence.Meldcode }), Compared.Change(Compared.Cell, "without a warning of weighing reason", Compared.Example()));
        Compared.IsSame(Compared.Of(Compared.Rule), old);
        Compared.IsSame(old, old);
    }

    [Fact]
    public void Compare_RuleGoneWithItsObligationsAndWarnings_OpensNothing() => Compared.Closes(
        Compared.Of(Compared.Rule with { Obligations = [new Obligation("written")], WarnWithout = Evidence.Meldcode }),
        Compared.Of(),
        Compared.Change(Compared.Cell, "exchange", Compared.Example()),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));

    [Fact]
    public void Compare_RuleOfTheNoodprocedure_OpensThatAlone() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule),
        Compared.Of(Compared.Rule, Compared.Rule with { Id = "R-2", IsEmergency = true }),
        Compared.Change(Compared.Cell + ", Noodprocedure", "exchange", Compared.Example(", emergency")),
        Compared.Change(Compared.Cell + ", Noodprocedure, slachtoffer", "D01 D02", Compared.Example(", emergency" + OfVictim)));

    [Theory]
    [InlineData(false, "", "")]
    [InlineData(true, ", Noodprocedure", ", emergency")]
    public void Compare_DeclarationNoLongerAsked_OpensTheExchangeWithoutIt(bool isEmergency, string where, string example) => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { IsEmergency = isEmergency, PriorInvestigation = "31(1)(c)" }),
        Compared.Of(Compared.Rule with { IsEmergency = isEmergency }),
        Compared.Change(Compared.Cell + where, "exchange", Compared.Example(example + ", declared []")),
        Compared.Change(Compared.Cell + where + ", slachtoffer", "D01 D02", Compared.Example(example + ", declared []" + OfVictim)));

    [Fact]
    public void Compare_UndeclaredRuleThatObliged_NoLongerObliges() => Compared.Opens(
        Compared.Of(Compared.Rule, Compared.Rule with { Id = "R-2", Obligations = [new Obligation("written")] }),
        Compared.Of(Compared.Rule, Compared.Rule with { Id = "R-2", Obligations = [new Obligation("written")], PriorInvestigation = "31(1)(a)" }),
        Compared.Change(Compared.Cell, "without written", Compared.Example(", declared []")));

    [Fact]
    public void Compare_ProfileMore_OpensItsFirstDay() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { Profiles = 0b001 }),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Cell, "exchange", Compared.Example(date: "2013-07-01")),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim, date: "2013-07-01")));

    [Fact]
    public void Compare_ProfileInWhichAPartyIsNoMore_OpensNothing() => Compared.IsSame(Compared.Of(Compared.Rule), Compared.Of(Compared.Rule with { Profiles = 0b111 }));

    [Fact]
    public void Compare_KindThatStaysLonger_OpensTheDayAfterItsFormerLast() => Compared.OpensAndBackCloses(
        Compared.Of(Compared.Rule with { Profiles = 0b111 }),
        Compared.Of(TestCovenant.Words with { Kinds = Without("ASHG").Append(TestRules.Words.Kinds["ASHG"] with { Until = null }).ToFrozenDictionary(static k => k.Kind.Code) }, Compared.Rule with { Profiles = 0b111 }),
        Compared.Change(Compared.Cell, "exchange", Compared.Example(date: "2015-01-01")),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim, date: "2015-01-01")));

    [Fact]
    public void Compare_KindThatIsNew_OpensItsCells() => Compared.OpensAndBackCloses(
        Compared.Of(TestCovenant.Words with { Kinds = Without("VO").ToFrozenDictionary(static k => k.Kind.Code) }),
        Compared.Of(Compared.Rule),
        Compared.Change(Compared.Cell, "exchange", Compared.Example()),
        Compared.Change(Compared.Victim, "D01 D02", Compared.Example(OfVictim)));

    private static IEnumerable<PartyKindDefinition> Without(string kind) => TestRules.Words.Kinds.Values.Where(k => k.Kind.Code != kind);
}
