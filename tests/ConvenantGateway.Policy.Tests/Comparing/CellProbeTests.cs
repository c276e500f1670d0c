namespace ConvenantGateway.Policy.Tests;

/// <summary>One cell of a table, asked by kind.</summary>
public sealed class CellProbeTests
{
    private static readonly ProbePoint Point = new("ASHG", "VO", "REFER", Initiative.Push, "G-CONSENT", new DateOnly(2009, 1, 1), Evidence.Consent, false);

    private static readonly BetrokkeneFacts Victim = TestCovenant.Person(BetrokkeneRol.Slachtoffer);

    [Theory]
    [InlineData("X", "VO", "REFER", Initiative.Push)]
    [InlineData("ASHG", "X", "REFER", Initiative.Push)]
    [InlineData("ASHG", "VO", "X", Initiative.Push)]
    [InlineData("ASHG", "VO", "REFER", Initiative.Read)]
    public void Of_CellWithoutRules_DeniesEverything(string from, string to, string purpose, Initiative by)
    {
        var probe = CellProbe.Of(TestCovenant.Table(TestCovenant.Rule), from, to, purpose, by);

        Assert.Empty(probe.Rules);
        Assert.Empty(probe.Grounds);
        Assert.Equal(Evidence.None, probe.EvidenceBits);
        Assert.Equal(DataOrigins.None, probe.Origins);
        Assert.Equal(new CellMatch(false, 0, 0, []), probe.Match(Point));
        Assert.Equal(default, probe.Release(Point, probe.Match(Point), Victim));
        Assert.Equal(default, probe.MostWithoutConsent(Point, Victim));
    }

    [Fact]
    public void Grounds_Cell_AreThoseOfItsPermissions()
    {
        Assert.Equal(["G-CONSENT"], Of(Compared.Rule, TestCovenant.Prohibition with { Grounds = ["G-LEGIT"] }).Grounds);
        Assert.Equal(["G-CONSENT", "G-LEGIT"], Of(Compared.Rule, Compared.Rule with { Grounds = ["G-LEGIT"] }).Grounds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EvidenceBits_Cell_AreWhatItsRulesAndLabelsLookAt()
    {
        Assert.Equal(Evidence.Consent, Of(Compared.Rule).EvidenceBits);
        Assert.Equal(Evidence.Consent, Of(Compared.Rule with { Onward = DataOrigins.Medical }).EvidenceBits);
        Assert.Equal(Evidence.Consent | Evidence.Reason, Of(Compared.Rule with { Onward = DataOrigins.Wpg }).EvidenceBits);
        Assert.Equal(
            Evidence.Consent | Evidence.Weighing | Evidence.Reason | Evidence.Meldcode | Evidence.Decree,
            Of(
                Compared.Rule with { Grounds = ["G-CONSENT", "G-LEGIT"], Evidence = Evidence.Decree },
                Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Kind, "D01") with { Requires = Evidence.Meldcode }] },
                TestCovenant.Prohibition with { Evidence = Evidence.Protocol }).EvidenceBits);
    }

    [Fact]
    public void Match_Rule_GivesWhatItObligesToAndWarnsOf()
    {
        var match = Of(Compared.Rule with { Obligations = [new Obligation("written")], WarnWithout = Evidence.Meldcode | Evidence.Consent }).Match(Point);

        Assert.Equal((true, 1, Evidence.Meldcode), (match.Permits, match.Subset, match.Warns));
        Assert.Equal([new Obligation("written")], match.Obligations);
    }

    [Theory]
    [InlineData("2008-12-31", false)]
    [InlineData("2009-01-01", true)]
    [InlineData("2014-12-31", true)]
    [InlineData("2015-01-01", false)]
    public void Match_Day_IsWithinTheProfilesAndTheDaysOfBothKinds(string day, bool permits)
    {
        var at = Point with { Date = DateOnly.ParseExact(day, "yyyy-MM-dd", null) };
        var back = at with { From = "VO", To = "ASHG" };

        Assert.Equal(permits, Of(Compared.Rule with { Profiles = 0b111 }).Match(at).Permits);
        Assert.Equal(permits, CellProbe.Of(TestCovenant.Table(Compared.Rule with { From = ["VO"], To = ["ASHG"], Profiles = 0b111 }), "VO", "ASHG", "REFER", Initiative.Push).Match(back).Permits);
    }

    [Fact]
    public void Release_LabelThatLeavesNothing_HasNoLevel()
    {
        var probe = Of(Compared.Rule with { Onward = DataOrigins.Medical, Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D02") with { Level = StatusLevel.L2 }] });

        Assert.Equal(new BetrokkeneDecision(TestRules.Set("D02"), StatusLevel.L2), probe.Release(Point, probe.Match(Point), Victim));
        Assert.Equal(new BetrokkeneDecision(default, StatusLevel.L0), probe.Release(Point, probe.Match(Point), Victim with { Origins = DataOrigins.Medical }));
    }

    [Fact]
    public void DemandsConsent_Ground_IsWhatItDemands()
    {
        Assert.True(Of(Compared.Rule).DemandsConsent("G-CONSENT"));
        Assert.False(Of(Compared.Rule).DemandsConsent("G-LEGIT"));
    }

    private static CellProbe Of(params Rule[] rules) => CellProbe.Of(TestCovenant.Table(rules), "ASHG", "VO", "REFER", Initiative.Push);
}
