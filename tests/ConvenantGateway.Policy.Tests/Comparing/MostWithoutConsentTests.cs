namespace ConvenantGateway.Policy.Tests;

/// <summary>What flows on a ground of consent without anybody's consent: what roles with a ground of their own release.</summary>
public sealed class MostWithoutConsentTests
{
    private static readonly ProbePoint Point = new("ASHG", "VO", "REFER", Initiative.Push, "G-CONSENT", new DateOnly(2009, 1, 1), Evidence.Consent, false);

    [Fact]
    public void Most_RoleThatRestsOnConsent_IsNothing() => Assert.Equal(default, Most(Point, DataOrigins.None, Compared.Rule));

    [Fact]
    public void Most_RoleWithAGroundOfItsOwn_IsWhatItReleases()
    {
        Assert.Equal(TestRules.Set("D01", "D02"), Most(Point, DataOrigins.None, Own("D01", "D02")));
        Assert.Equal(TestRules.Set("D01", "D02", "D03"), Most(Point, DataOrigins.None, Own("D01", "D02"), Own("D01", "D03")));
        Assert.Equal(TestRules.Set("D01"), Most(Point, DataOrigins.None, Own("D01", "D02") with { Never = TestRules.Set("D02", "D05") }));
    }

    [Fact]
    public void Most_ForbiddenCategory_IsNotInIt()
    {
        var forbids = TestCovenant.Prohibition with { Never = TestRules.Set("D02") };

        Assert.Equal(TestRules.Set("D01"), Most(Point, DataOrigins.None, Own("D01", "D02"), forbids, forbids with { Id = "R-Y" }));
    }

    [Fact]
    public void Most_ReceivedData_IsWhatIsPassedOnOfItsLabel()
    {
        Assert.Equal(default, Most(Point, DataOrigins.Medical, Own("D01", "D02")));
        Assert.Equal(TestRules.Set("D01"), Most(Point, DataOrigins.Medical, Own("D01", "D02") with { Onward = DataOrigins.Medical }));
    }

    [Fact]
    public void Most_DayOrGroundWithoutLaw_IsNothing()
    {
        Assert.Equal(TestRules.Set("D01"), Most(Point with { Date = new DateOnly(2013, 7, 1) }, DataOrigins.None, Own("D01")));
        Assert.Equal(default, Most(Point with { Date = new DateOnly(2008, 12, 31) }, DataOrigins.None, Own("D01")));
        Assert.Equal(default, Most(Point with { Ground = "X" }, DataOrigins.None, Own("D01")));
        Assert.Equal(default, Most(Point with { Evidence = Evidence.None }, DataOrigins.None, Own("D01")));
    }

    private static Rule Own(params string[] categories) => Compared.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, categories) with { Basis = "G-LEGIT" }] };

    private static CategorySet Most(ProbePoint point, DataOrigins origins, params Rule[] rules) =>
        CellProbe.Of(TestCovenant.Table(rules), "ASHG", "VO", "REFER", Initiative.Push).MostWithoutConsent(point, TestCovenant.Person(BetrokkeneRol.Slachtoffer, origins));
}
