using System.Collections.Frozen;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Why an exchange is refused before any rule is weighed, and by a prohibition.</summary>
public sealed class DenialTests
{
    private static readonly PolicyRequest Ask = TestCovenant.Ask();

    [Fact]
    public void Deny_OutsideTheCovenant_SaysNoParty()
    {
        var noParty = ("not-a-party", "Deze organisatie is geen partij bij het convenant.", "This organisation is not a party to the covenant.");
        var decider = TestCovenant.Decider(TestCovenant.Terms with { Parties = [TestCovenant.Centre] }, TestCovenant.Rule);

        Assert.Equal([noParty], decider.Unmet(Ask));
        Assert.Equal([noParty], decider.Unmet(Ask with { From = TestCovenant.Police }));
        Assert.Equal([noParty], decider.Unmet(Ask with { From = PartnerId.Parse("niemand") }));
        Assert.Equal([noParty], decider.Unmet(Ask with { To = default }));
    }

    [Fact]
    public void Deny_PartnerThatDoesNotStand_SaysWhy()
    {
        Assert.Equal([("not-signed", "Deze organisatie heeft het convenant niet ondertekend.", "This organisation has not signed the covenant.")], With(static p => p with { HasSigned = false }).Unmet(Ask));
        Assert.Equal([("party-suspended", "Deze organisatie is geschorst.", "This organisation is suspended.")], With(static p => p with { IsSuspended = true }).Unmet(Ask));
        Assert.Equal([("party-expired", "Een opvang neemt op deze datum niet deel.", "A opvang does not take part on this date.")], With(static p => p with { Until = TestCovenant.Day.AddDays(-1) }).Unmet(Ask));
        Assert.Equal(
            [("party-expired", "Een opvang neemt op deze datum niet deel. De opvolger is politie-noord.", "A opvang does not take part on this date. Its successor is politie-noord.")],
            With(static p => p with { Until = TestCovenant.Day.AddDays(-1), SucceededBy = TestCovenant.Police }).Unmet(Ask));
    }

    [Fact]
    public void Deny_KindWithAnEnglishName_IsCalledByIt()
    {
        var kind = TestCovenant.Words.Kinds["VO"] with { English = "women's shelter", Until = TestCovenant.Day.AddDays(-1) };
        var words = TestCovenant.Words with { Kinds = TestCovenant.Words.Kinds.ToDictionary(static k => k.Key, k => k.Key == "VO" ? kind : k.Value).ToFrozenDictionary() };
        var decider = new PolicyDecider(PolicyTable.Compile(words, [TestCovenant.Rule], new PolicyErrorList()), TestCovenant.Terms, TestCovenant.Partners);

        Assert.Equal("A women's shelter does not take part on this date.", Assert.Single(decider.Unmet(Ask)).English);
    }

    [Theory]
    [InlineData("2009-12-31", false)]
    [InlineData("2010-01-01", true)]
    [InlineData("2012-12-31", true)]
    [InlineData("2013-01-01", false)]
    public void Decide_Day_IsWithinTheTermOfTheCovenant(string day, bool isWithin)
    {
        var request = Ask with { LawDate = DateOnly.ParseExact(day, "yyyy-MM-dd", null) };
        var decider = TestCovenant.Decider(TestCovenant.Rule);

        Assert.Equal(isWithin ? [] : ["covenant-expired"], decider.Unmet(request).Select(static u => u.Code));
        Assert.Equal(isWithin, decider.CouldPermit(request.From, request.To, request.Purpose, request.By, request.LawDate));
        Assert.Equal(isWithin, decider.DemandedEvidence(request) is not null);
        Assert.Equal(Verdict.Permit, TestCovenant.Decider(TestCovenant.Terms with { Until = null }, TestCovenant.Rule).Decide(Ask with { LawDate = new DateOnly(2013, 1, 1) }, [], []).Verdict);
    }

    [Fact]
    public void Deny_BeforeTheFirstProfile_IsNoError()
    {
        var decider = TestCovenant.Decider(TestCovenant.Terms with { From = DateOnly.MinValue }, TestCovenant.Rule);
        var request = Ask with { LawDate = new DateOnly(2008, 12, 31) };

        Assert.Equal(["covenant-expired"], decider.Unmet(request).Select(static u => u.Code));
        Assert.Null(decider.DemandedEvidence(request));
        Assert.False(decider.CouldPermit(request.From, request.To, request.Purpose, request.By, request.LawDate));
    }

    [Fact]
    public void Deny_CellWithoutARule_NamesThePurpose()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule);

        Assert.Equal(
            [("no-rule", "Geen regel van het convenant staat deze verstrekking toe voor het doel REFER (verwijzen).", "No rule of the covenant allows this for the purpose REFER (referral).")],
            decider.Unmet(Ask with { From = TestCovenant.Police }));
        Assert.EndsWith("voor het doel TREAT (behandelen).", Assert.Single(decider.Unmet(Ask with { Purpose = new Purpose("TREAT") })).Dutch, StringComparison.Ordinal);
        Assert.Equal(["no-rule"], decider.Unmet(Ask with { By = Initiative.Read }).Select(static u => u.Code));
        Assert.Equal(["no-rule"], decider.Unmet(Ask with { By = (Initiative)9 }).Select(static u => u.Code));
        Assert.Equal(["no-rule"], decider.Unmet(Ask with { LawDate = new DateOnly(2010, 1, 1), From = TestCovenant.Shelter }).Select(static u => u.Code));
    }

    /// <summary>Codes that nobody knows take no place of one that somebody does, and are not said again.</summary>
    [Fact]
    public void Deny_UnknownPurpose_IsNotRepeated()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule with { Purposes = ["REFER", "TREAT"] });

        Assert.Equal(
            [("no-rule", "Geen regel van het convenant staat deze verstrekking toe voor het doel dat is opgegeven.", "No rule of the covenant allows this for the purpose that was given.")],
            decider.Unmet(Ask with { Purpose = new Purpose("<script>") }));
        Assert.Equal(["no-rule"], decider.Unmet(Ask with { Purpose = default }).Select(static u => u.Code));
    }

    [Fact]
    public void Deny_UnknownGround_FitsNoRule()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule with { Grounds = [.. TestCovenant.Words.Grounds.Keys] });

        Assert.Equal(["ground-unfit"], decider.Unmet(Ask with { Ground = new Ground("G-NIETS") }).Select(static u => u.Code));
        Assert.Equal(["ground-unfit"], decider.Unmet(Ask with { Ground = default }).Select(static u => u.Code));
        Assert.Null(decider.DemandedEvidence(Ask with { Ground = new Ground("G-NIETS") }));
    }

    [Fact]
    public void Decide_PartnersDays_AreFromTheFirstToTheLast()
    {
        var day = TestCovenant.Day;
        bool Stands(DateOnly from, DateOnly? until, DateOnly? joined = null, DateOnly? left = null) => new PolicyDecider(
            TestCovenant.Table(TestCovenant.Rule),
            TestCovenant.Terms with { Accessions = Days(joined), Withdrawals = Days(left) },
            TestCovenant.Partners.Select(p => p.Id == TestCovenant.Shelter ? p with { From = from, Until = until } : p)).Decide(Ask, [], []).Verdict == Verdict.Permit;

        Assert.True(Stands(day, day, day, day.AddDays(1)));
        Assert.False(Stands(day.AddDays(1), null, day));
        Assert.False(Stands(day, day.AddDays(-1)));
        Assert.False(Stands(day, null, day.AddDays(1)));
        Assert.False(Stands(day, null, null, day));
        Assert.False(Stands(day, null, null, day.AddDays(-1)));
    }

    [Fact]
    public void Deny_ToItself_HasNoRule()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule with { To = ["ASHG"] });

        Assert.Equal(["no-rule"], decider.Unmet(Ask with { To = TestCovenant.Centre }).Select(static u => u.Code));
        Assert.Null(decider.DemandedEvidence(Ask with { To = TestCovenant.Centre }));
        Assert.False(decider.CouldPermit(Ask.From, TestCovenant.Centre, Ask.Purpose, Ask.By, Ask.LawDate));
    }

    [Fact]
    public void Deny_Prohibition_IsNamedWithItsBasisAndAdvice()
    {
        var obliged = TestCovenant.Prohibition with { Obligations = [new Obligation("written")], Advice = "Bel.", AdviceEnglish = "Phone." };

        var decision = TestCovenant.Decider(TestCovenant.Rule, obliged).Decide(Ask, [], []);

        Assert.Equal([("prohibited", "R-X: verbod.", "R-X: verbod."), ("advice", "Bel.", "Phone.")], decision.Unmet.Select(static u => (u.Code, u.Text, u.English)));
        Assert.Equal(("R-X", "written"), (Assert.Single(decision.Basis.Rules).Code, Assert.Single(decision.Basis.Obligations).Code));
        Assert.Equal("R-X: forbidden.", TestCovenant.Decider(TestCovenant.Rule, obliged with { English = "forbidden" }).Unmet(Ask).First().English);
    }

    [Fact]
    public void Deny_ProhibitionOnAnotherGround_IsNotTheReason()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule, TestCovenant.Prohibition with { Grounds = ["G-OWN"] });

        Assert.Equal(Verdict.Permit, decider.Decide(Ask, [], []).Verdict);
        Assert.Equal(["evidence-missing"], decider.Unmet(TestCovenant.Ask(Evidence.None)).Select(static u => u.Code));
        Assert.Equal(["prohibited"], decider.Unmet(TestCovenant.Ask(Evidence.Consent, "G-OWN")).Select(static u => u.Code));
    }

    [Fact]
    public void Deny_ProhibitionOfOtherDays_IsNotTheReason()
    {
        var decider = TestCovenant.Decider(TestCovenant.Rule with { Profiles = 0b010 }, TestCovenant.Prohibition with { Profiles = 0b100, Never = TestRules.Set("D01") });

        Assert.Equal(["no-rule"], decider.Unmet(Ask).Select(static u => u.Code));
    }

    private static FrozenDictionary<PartnerId, DateOnly> Days(DateOnly? day) => (day is { } one ? new[] { KeyValuePair.Create(TestCovenant.Shelter, one) } : []).ToFrozenDictionary();

    private static PolicyDecider With(Func<Partner, Partner> change) => new(
        TestCovenant.Table(TestCovenant.Rule), TestCovenant.Terms, TestCovenant.Partners.Select(p => p.Id == TestCovenant.Shelter ? change(p) : p));
}
