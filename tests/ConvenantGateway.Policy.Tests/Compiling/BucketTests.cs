namespace ConvenantGateway.Policy.Tests;

/// <summary>The rules of one cell: which match, what they warn of, and the denial that is remembered.</summary>
public sealed class BucketTests
{
    private static readonly Rule Rule = TestCovenant.Rule;

    [Fact]
    public void Decide_MatchingRules_AreTheBasisInFileOrder()
    {
        var decider = TestCovenant.Decider(
            Rule with { Id = "R-9", Obligations = [new Obligation("written"), new Obligation("no-onward")] },
            Rule with { Id = "R-OFF", Grounds = ["G-OWN"] },
            Rule with { Id = "R-1", Obligations = [new Obligation("no-onward")], Withheld = [new WithheldReason(BetrokkeneRol.Kind, CategorySet.Of(3), "niet nodig")] });

        var basis = decider.Decide(TestCovenant.Ask(), [], []).Basis;

        Assert.Equal(["R-9", "R-1"], basis.Rules.Select(static r => r.Code));
        Assert.Equal(["written", "no-onward"], basis.Obligations.Select(static o => o.Code));
        Assert.Equal("niet nodig", Assert.Single(basis.Withheld).Text);
        Assert.Same(basis, decider.Decide(TestCovenant.Ask(), [], []).Basis);
    }

    [Theory]
    [InlineData(Evidence.None, false)]
    [InlineData(Evidence.Consent, false)]
    [InlineData(Evidence.Reason, false)]
    [InlineData(Evidence.Consent | Evidence.Reason, true)]
    [InlineData(Evidence.Consent | Evidence.Reason | Evidence.Article, true)]
    public void Decide_Evidence_IsThatOfTheRuleAndOfTheGround(Evidence shown, bool isEnough) =>
        Assert.Equal(isEnough, TestCovenant.Decider(Rule with { Evidence = Evidence.Reason }).Decide(TestCovenant.Ask(shown), [], []).Verdict == Verdict.Permit);

    /// <summary>What is forbidden is forbidden whatever was shown, in whatever procedure.</summary>
    [Fact]
    public void Decide_Prohibition_AsksForNothing()
    {
        var decider = TestCovenant.Decider(Rule, Rule with { Id = "R-E", IsEmergency = true }, TestCovenant.Prohibition with { Grounds = ["G-CONSENT"], Evidence = Evidence.Decree, PriorInvestigation = "31(1)(a)" });

        Assert.Equal(["prohibited"], decider.Unmet(TestCovenant.Ask()).Select(static u => u.Code));
        Assert.Equal(["prohibited"], decider.Unmet(TestCovenant.Ask() with { Emergency = true }).Select(static u => u.Code));
    }

    [Fact]
    public void Decide_TwoProhibitions_DenyAsOneDoes()
    {
        var decider = TestCovenant.Decider(TestCovenant.Prohibition, TestCovenant.Rule, TestCovenant.Prohibition with { Id = "R-Y" });

        Assert.Equal("R-X: verbod.", Assert.Single(decider.Unmet(TestCovenant.Ask())).Dutch);
    }

    /// <summary>The law itself asks no declaration: it is the covenant that must hold one.</summary>
    [Fact]
    public void Decide_InTheLayerOfTheLaw_TakesDeclarationsAsHeld()
    {
        var law = StatuteSnapshot.Of(TestCovenant.Words, [Rule with { PriorInvestigation = "31(1)(c)" }], new PolicyErrorList());

        Assert.Equal(Verdict.Permit, law.Decider.Decide(TestCovenant.Ask() with { From = PartnerId.Parse("ashg"), To = PartnerId.Parse("vo") }, [], []).Verdict);
    }

    [Fact]
    public void Decide_ProhibitionAlone_PermitsNothing()
    {
        var decider = TestCovenant.Decider(TestCovenant.Prohibition with { Never = TestRules.Set("D01") });

        Assert.Equal(["no-rule"], decider.Unmet(TestCovenant.Ask()).Select(static u => u.Code));
    }

    [Fact]
    public void Decide_Declaration_IsOfThatSenderRuleParagraphAndDay()
    {
        var investigated = Rule with { Id = "R-P", Narrows = "R-S", PriorInvestigation = "31(1)(c)" };
        var declared = new PriorInvestigation("R-P", TestCovenant.Centre, "31(1)(c)", "m1", TestCovenant.Day);

        Verdict With(params PriorInvestigation[] all) => TestCovenant.Decider(TestCovenant.Terms with { PriorInvestigations = [.. all] }, investigated).Decide(TestCovenant.Ask(), [], []).Verdict;

        Assert.Equal(Verdict.Permit, With(declared));
        Assert.Equal(Verdict.Permit, With(declared with { Rule = "R-S" }));
        Assert.Equal(Verdict.Deny, With());
        Assert.Equal(Verdict.Deny, With(declared with { Rule = "R-Q" }));
        Assert.Equal(Verdict.Deny, With(declared with { Partner = TestCovenant.Shelter }));
        Assert.Equal(Verdict.Deny, With(declared with { Paragraph = "31(1)(a)" }));
        Assert.Equal(Verdict.Deny, With(declared with { Date = TestCovenant.Day.AddDays(1) }));
    }

    [Fact]
    public void Decide_RuleThatWarns_WarnsOfWhatIsMissing()
    {
        var one = Rule with { WarnWithout = Evidence.Meldcode | Evidence.Reason };
        var other = Rule with { Id = "R-2", WarnWithout = Evidence.Meldcode };
        var silent = Rule with { Id = "R-3", Grounds = ["G-OWN"], WarnWithout = Evidence.Article };

        List<string> Warnings(Evidence evidence, params Rule[] rules) => [.. TestCovenant.Decider(rules).Decide(TestCovenant.Ask(evidence | Evidence.Consent), [], []).Warnings.Select(static w => $"{w.Code} {w.Text} {w.English}")];

        Assert.Empty(Warnings(Evidence.Meldcode | Evidence.Reason, one, other, silent));
        Assert.Equal([Warning("R-1", Evidence.Meldcode)], Warnings(Evidence.Reason, one));
        Assert.Equal([Warning("R-1", Evidence.Reason), Warning("R-1", Evidence.Meldcode)], Warnings(Evidence.None, silent, one));
        Assert.Equal([Warning("R-1", Evidence.Reason), Warning("R-1", Evidence.Meldcode), Warning("R-2", Evidence.Meldcode)], Warnings(Evidence.None, one, silent, other));
        Assert.Equal([Warning("R-1", Evidence.Meldcode), Warning("R-2", Evidence.Meldcode)], Warnings(Evidence.Reason, one, other));
    }

    [Fact]
    public void Missed_MatchingRules_IsWhatTheyWarnOf()
    {
        var bucket = Bucket(Rule with { WarnWithout = Evidence.Meldcode }, Rule with { WarnWithout = Evidence.Reason | Evidence.Meldcode }, Rule with { WarnWithout = Evidence.Article });

        Assert.Equal(Evidence.Meldcode | Evidence.Reason, bucket.Missed(0b011, Evidence.None));
        Assert.Equal(Evidence.Reason, bucket.Missed(0b010, Evidence.Meldcode));
        Assert.Equal(Evidence.Article, bucket.Missed(0b100, Evidence.Meldcode));
        Assert.Equal(Evidence.None, bucket.Missed(0b000, Evidence.None));
    }

    [Fact]
    public void Demands_Evidence_LooksAtTheMatchingRules()
    {
        var bucket = Bucket(Rule with { Evidence = Evidence.Reason }, Rule with { Evidence = Evidence.Article });
        var ground = TestCovenant.Table(Rule).Grounds["G-CONSENT"];

        Assert.True(bucket.Demands(0b01, ground, Evidence.Reason));
        Assert.True(bucket.Demands(0b10, ground, Evidence.Article));
        Assert.True(bucket.Demands(0b11, ground, Evidence.Article | Evidence.Decree));
        Assert.True(bucket.Demands(0b01, ground, Evidence.Consent));
        Assert.False(bucket.Demands(0b01, ground, Evidence.Article));
        Assert.False(bucket.Demands(0b00, ground, Evidence.Reason));
    }

    /// <summary>A denial is remembered, and is given again to the same question only.</summary>
    [Fact]
    public void Deny_QuestionsThatDifferInOneThing_GetTheirOwnAnswer()
    {
        var decider = TestCovenant.Decider(Rule with { From = ["ASHG", "POL"], Purposes = ["REFER"], Evidence = Evidence.Reason | Evidence.Article, PriorInvestigation = "31(1)(c)" }, TestCovenant.Rule with { Id = "R-L", From = ["ASHG", "POL"], Grounds = ["G-OWN"], Evidence = (Evidence)0b111_1000 });
        PolicyRequest[] asked =
        [
            TestCovenant.Ask(Evidence.None), TestCovenant.Ask(Evidence.Reason), TestCovenant.Ask(Evidence.Article), TestCovenant.Ask(Evidence.Reason | Evidence.Article),
            TestCovenant.Ask(Evidence.None, "G-LEGIT"), TestCovenant.Ask(Evidence.None, "G-NIETS"), TestCovenant.Ask(Evidence.None) with { Emergency = true },
        ];
        var first = asked.Select(a => string.Join('\n', decider.Unmet(a))).ToList();

        Assert.Equal(first, asked.Select(a => string.Join('\n', decider.Unmet(a))));
        Assert.Equal(asked.Length - 1, first.Distinct().Count());
        Assert.Equal(first[4], first[5]);
        Assert.Equal(decider.Decide(asked[1], [], []).Unmet, decider.Decide(asked[1] with { Evidence = Evidence.Reason | Evidence.Meldcode }, [], []).Unmet);
    }

    [Fact]
    public void Deny_SenderWithADeclaration_IsNotToldOfItsLack()
    {
        var declared = new PriorInvestigation("R-1", TestCovenant.Police, "31(1)(c)", "m1", TestCovenant.Day);
        var decider = TestCovenant.Decider(TestCovenant.Terms with { PriorInvestigations = [declared] }, Rule with { From = ["ASHG", "POL"], PriorInvestigation = "31(1)(c)" });

        Assert.Equal(["evidence-missing", "prior-investigation"], decider.Unmet(TestCovenant.Ask(Evidence.None)).Select(static u => u.Code));
        Assert.Equal(["evidence-missing"], decider.Unmet(TestCovenant.Ask(Evidence.None) with { From = TestCovenant.Police }).Select(static u => u.Code));
        Assert.Equal(["evidence-missing", "prior-investigation"], decider.Unmet(TestCovenant.Ask(Evidence.None)).Select(static u => u.Code));
    }

    private static RuleBucket Bucket(params Rule[] rules) => new([.. rules.Select(r => new CompiledRule(r, [.. TestCovenant.Table(Rule).Grounds.OrderBy(static g => g.Value).Select(static g => TestCovenant.Words.Grounds[g.Key])]))]);

    private static string Warning(string rule, Evidence one) =>
        $"warning {rule}: let op: {EvidenceWords.Dutch(one).Single()} ontbreekt; schrijf op waarom. {rule}: note: {EvidenceWords.English(one).Single()} is missing; write down why.";
}
