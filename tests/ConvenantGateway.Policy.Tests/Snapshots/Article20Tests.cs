namespace ConvenantGateway.Policy.Tests;

/// <summary>The article 20 decision behind what police provide: its parties, purpose and days, and what it lists.</summary>
public sealed class Article20Tests
{
    private static readonly Purpose Refer = new("REFER");

    private static readonly Article20Decision Decision = new()
    {
        Id = "d1", From = TestCovenant.Police, Recipients = [TestCovenant.Centre, TestCovenant.Shelter], Categories = TestRules.Set("D01", "D11"), Purposes = [Refer], PurposeLetter = 'a', Authority = "OM",
        AgreementDate = new DateOnly(2010, 3, 1), ValidFrom = new DateOnly(2010, 2, 1), ValidUntil = new DateOnly(2011, 1, 31),
    };

    [Theory]
    [InlineData("2010-02-01", false)]
    [InlineData("2010-02-28", false)]
    [InlineData("2010-03-01", true)]
    [InlineData("2011-01-31", true)]
    [InlineData("2011-02-01", false)]
    public void Find_Day_IsAfterTheAgreementAndBeforeTheEnd(string day, bool isFound) => Holds(Decision, day, isFound);

    [Theory]
    [InlineData("2010-01-31", false)]
    [InlineData("2010-02-01", true)]
    public void Find_Day_IsNotBeforeTheFirst(string day, bool isFound) => Holds(Decision with { AgreementDate = new DateOnly(2009, 1, 1) }, day, isFound);

    [Fact]
    public void Find_OtherPartyOrPurpose_IsNone()
    {
        var terms = TestCovenant.Terms with { Decisions = [Decision with { Id = "other", Purposes = [] }, Decision] };

        Assert.Equal("d1", Article20.Find(terms, TestCovenant.Police, TestCovenant.Centre, Refer, TestCovenant.Day)?.Id);
        Assert.Null(Article20.Find(terms, TestCovenant.Centre, TestCovenant.Shelter, Refer, TestCovenant.Day));
        Assert.Null(Article20.Find(terms, TestCovenant.Police, TestCovenant.Police, Refer, TestCovenant.Day));
        Assert.Null(Article20.Find(terms, TestCovenant.Police, TestCovenant.Centre, new Purpose("TREAT"), TestCovenant.Day));
        Assert.Null(Article20.Find(TestCovenant.Terms, TestCovenant.Police, TestCovenant.Centre, Refer, TestCovenant.Day));
    }

    [Fact]
    public void ListedOnward_SeveralDecisions_IsWhatTheyListForBoth()
    {
        var terms = TestCovenant.Terms with { Decisions = [Decision, Decision with { Categories = TestRules.Set("D02", "D11") }, Decision with { Categories = TestRules.Set("D09"), Recipients = [TestCovenant.Centre] }, Decision with { Categories = TestRules.Set("D10"), Recipients = [TestCovenant.Shelter] }] };

        Assert.Equal(TestRules.Set("D01", "D02", "D11"), Article20.ListedOnward(terms, TestCovenant.Centre, TestCovenant.Shelter, TestCovenant.Day));
        Assert.Equal(default, Article20.ListedOnward(terms, TestCovenant.Police, TestCovenant.Shelter, TestCovenant.Day));
        Assert.Equal(default, Article20.ListedOnward(terms, TestCovenant.Centre, TestCovenant.Police, TestCovenant.Day));
    }

    [Fact]
    public void Decide_Article20_CapsWhatFlowsAndIsNotBelievedWithoutTheDecision()
    {
        var police = TestCovenant.Rule with { From = ["POL"], To = ["ASHG"], Grounds = ["G-WPG20", "G-OWN"] };
        var ask = TestCovenant.Ask(Evidence.Article20Decision, "G-WPG20") with { From = TestCovenant.Police, To = TestCovenant.Centre };
        var listed = TestCovenant.Decider(TestCovenant.Terms with { Decisions = [Decision] }, police);
        var victim = TestCovenant.Person(BetrokkeneRol.Slachtoffer);
        var other = TestCovenant.Decider(TestCovenant.Terms with { Decisions = [Decision] }, police with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D05") with { Level = StatusLevel.L2 }] });

        Assert.Equal(TestRules.Set("D01"), listed.Released(ask, victim).Released);
        Assert.Equal(TestRules.Set("D01", "D02"), listed.Released(ask with { Ground = new Ground("G-OWN") }, victim).Released);
        Assert.Equal(default, other.Released(ask, victim));
        Assert.Equal(["evidence-missing"], TestCovenant.Decider(police).Unmet(ask).Select(static u => u.Code));
        Assert.Equal(TestRules.Set("D01", "D02"), TestCovenant.Decider(police).Released(ask with { Ground = new Ground("G-OWN") }, victim).Released);
    }

    [Fact]
    public void Decide_ReceivedData_IsPassedOnWithinItsLabel()
    {
        var rule = TestCovenant.Rule with { Release = [TestCovenant.About(BetrokkeneRol.Slachtoffer, "D01", "D02", "D03", "D11")], Onward = DataOrigins.Wpg | DataOrigins.Medical };
        var decider = TestCovenant.Decider(TestCovenant.Terms with { Decisions = [Decision with { Categories = TestRules.Set("D01", "D11") }] }, rule);

        CategorySet Of(DataOrigins origins, Evidence evidence) => decider.Released(TestCovenant.Ask(evidence | Evidence.Consent), TestCovenant.Person(BetrokkeneRol.Slachtoffer, origins)).Released;

        Assert.Equal(TestRules.Set("D01", "D02", "D03", "D11"), Of(DataOrigins.None, Evidence.None));
        Assert.Equal(TestRules.Set("D01"), Of(DataOrigins.Wpg, Evidence.Reason));
        Assert.Equal(default, Of(DataOrigins.Wpg, Evidence.None));
        Assert.Equal(TestRules.Set("D01", "D03", "D11"), Of(DataOrigins.Medical, Evidence.None));
        Assert.Equal(default, Of(DataOrigins.Melding, Evidence.Reason));
        Assert.Equal(default, Of(DataOrigins.Unknown, Evidence.Reason));
        Assert.Equal(default, Of(DataOrigins.Wpg | DataOrigins.Medical, Evidence.Reason));
        Assert.Equal(default, TestCovenant.Decider(rule).Released(TestCovenant.Ask(Evidence.Reason | Evidence.Consent), TestCovenant.Person(BetrokkeneRol.Slachtoffer, DataOrigins.Wpg)).Released);
    }

    /// <summary>In the layer of the law there is no decision to look at: the rule and the label alone.</summary>
    [Fact]
    public void Decide_InTheLayerOfTheLaw_TakesDecisionsAsMade()
    {
        var law = StatuteSnapshot.Of(TestCovenant.Words, [TestCovenant.Rule with { Grounds = ["G-WPG20"] }], new PolicyErrorList());
        var ask = TestCovenant.Ask(Evidence.Article20Decision | Evidence.Reason, "G-WPG20") with { From = PartnerId.Parse("ashg"), To = PartnerId.Parse("vo") };

        Assert.Equal(TestRules.Set("D01", "D02"), law.Decider.Released(ask, TestCovenant.Person(BetrokkeneRol.Slachtoffer)).Released);
        Assert.Equal(TestRules.Set("D01", "D02"), law.Decider.Released(ask, TestCovenant.Person(BetrokkeneRol.Slachtoffer, DataOrigins.Wpg)).Released);
    }

    private static void Holds(Article20Decision decision, string day, bool isFound)
    {
        var terms = TestCovenant.Terms with { Decisions = [decision] };
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        Assert.Equal(isFound, Article20.Find(terms, TestCovenant.Police, TestCovenant.Centre, Refer, date) is not null);
        Assert.Equal(isFound, !Article20.ListedOnward(terms, TestCovenant.Centre, TestCovenant.Shelter, date).IsEmpty);
    }
}
