namespace ConvenantGateway.Policy.Tests;

/// <summary>A denial tells the shortest way to a permit, in both languages.</summary>
public sealed class NearestRuleTests
{
    private static readonly Rule Consent = TestCovenant.Rule with { Id = "R-C" };
    private static readonly Rule Own = TestCovenant.Rule with { Id = "R-O", Grounds = ["G-OWN"] };
    private static readonly Rule Legit = TestCovenant.Rule with { Id = "R-L", Grounds = ["G-LEGIT"] };

    [Fact]
    public void Deny_LessIsMissingOfOneRule_NamesThatRuleWhateverTheOrder()
    {
        var much = Consent with { Id = "R-M", Evidence = Evidence.Reason | Evidence.Weighing };

        Assert.Equal(["R-C: ontbreekt: " + Words(Evidence.Consent)], Texts([Consent, much], Evidence.None));
        Assert.Equal(["R-C: ontbreekt: " + Words(Evidence.Consent)], Texts([much, Consent], Evidence.None));
    }

    [Fact]
    public void Deny_OtherGroundWithoutDemands_IsNearerThanTwoMissingPieces()
    {
        Assert.StartsWith("R-O vraagt een van deze grondslagen:", Assert.Single(Texts([Consent with { Evidence = Evidence.Reason }, Own], Evidence.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deny_AsMuchLacksOnTheGroundThatWasAsked_NamesThatGround()
    {
        // One piece of evidence is missing; on the other ground nothing is, but the ground itself.
        Assert.StartsWith("R-C: ontbreekt:", Assert.Single(Texts([Own, Consent], Evidence.None)), StringComparison.Ordinal);

        // Two pieces here; another ground and one piece there.
        Assert.Equal(2, Texts([Legit, Consent with { Evidence = Evidence.Weighing }], Evidence.Reason).Count(static t => t.StartsWith("R-C: ontbreekt:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Deny_AsMuchLacksInTheProcedureThatWasAsked_NamesThatProcedure()
    {
        var emergency = Consent with { Id = "R-E", IsEmergency = true };

        Assert.StartsWith("R-C: ontbreekt:", Assert.Single(Texts([emergency with { Grounds = ["G-OWN", "G-CONSENT"] }, Consent], Evidence.None)), StringComparison.Ordinal);
        Assert.Equal(2, Texts([emergency, Consent with { Evidence = Evidence.Reason }], Evidence.None).Count(static t => t.StartsWith("R-C: ontbreekt:", StringComparison.Ordinal)));
        Assert.StartsWith("R-O vraagt een", Assert.Single(Texts([emergency, Own with { Evidence = Evidence.None }], Evidence.Consent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deny_EqualRules_NamesTheFirstOfTheFile()
    {
        Assert.StartsWith("R-C: ", Assert.Single(Texts([Consent, Consent with { Id = "R-D" }], Evidence.None)), StringComparison.Ordinal);
        Assert.StartsWith("R-D: ", Assert.Single(Texts([Consent with { Id = "R-D" }, Consent], Evidence.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deny_OtherGroundWithSomethingMissing_NamesGroundsAndWhatTheOneGroundAsks()
    {
        var unmet = TestCovenant.Decider(Legit, Legit with { Id = "R-L2", Grounds = ["G-LEGIT", "G-CONSENT"], Evidence = Evidence.Article | Evidence.Decree | Evidence.Protocol | Evidence.Permission })
            .Unmet(TestCovenant.Ask(Evidence.Weighing, "G-OWN")).ToList();

        Assert.Equal(
            [
                ("ground-unfit", "R-L vraagt een van deze grondslagen: G-LEGIT (titel van G-LEGIT), G-CONSENT (titel van G-CONSENT).", "R-L asks one of these grounds: G-LEGIT (titel van G-LEGIT), G-CONSENT (consent of the person)."),
                ("evidence-missing", $"R-L met G-LEGIT: ontbreekt: {Words(Evidence.Reason)}", $"R-L on G-LEGIT: missing: {EvidenceWords.English(Evidence.Reason).Single()}."),
            ],
            unmet);
    }

    [Fact]
    public void Deny_RuleOfTheOtherProcedure_SaysWhichProcedure()
    {
        var emergency = Consent with { IsEmergency = true };

        Assert.Equal(
            [("emergency-only", "R-C geldt alleen bij de Noodprocedure.", "R-C holds in the emergency procedure only.")], TestCovenant.Decider(emergency).Unmet(TestCovenant.Ask()));
        Assert.Equal(
            [("no-emergency-rule", "R-C geldt niet bij de Noodprocedure. Bel 112 als er direct gevaar is.", "R-C does not hold in the emergency procedure. Phone 112 in immediate danger.")],
            TestCovenant.Decider(Consent).Unmet(TestCovenant.Ask() with { Emergency = true }));
        Assert.Equal(Verdict.Permit, TestCovenant.Decider(emergency).Decide(TestCovenant.Ask() with { Emergency = true }, [], []).Verdict);
    }

    [Fact]
    public void Deny_RuleWithoutDeclaration_NamesTheParagraph()
    {
        var investigated = Consent with { PriorInvestigation = "31(1)(c)" };

        Assert.Equal(
            [("prior-investigation", "R-C staat uit: er is geen verklaring na voorafgaand onderzoek (Wbp 31(1)(c), 32(2)).", "R-C is off: there is no declaration after prior investigation (Wbp 31(1)(c), 32(2)).")],
            TestCovenant.Decider(investigated).Unmet(TestCovenant.Ask()));

        // A declaration and two pieces of evidence against three pieces.
        Assert.Contains("R-C staat uit", string.Join('\n', Texts([Consent with { Id = "R-M", Evidence = Evidence.Article | Evidence.Decree | Evidence.Protocol }, investigated with { Evidence = Evidence.Reason }], Evidence.None)), StringComparison.Ordinal);
        Assert.Equal(2, Texts([Consent with { Id = "R-M", Evidence = Evidence.Article }, investigated], Evidence.None).Count(static t => t.StartsWith("R-M: ontbreekt", StringComparison.Ordinal)));
        Assert.StartsWith("R-M: ontbreekt", Assert.Single(Texts([investigated with { Evidence = Evidence.Reason }, Consent with { Id = "R-M" }], Evidence.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deny_RuleWithAdvice_EndsWithIt()
    {
        var advised = Consent with { Advice = "Bel het ASHG.", AdviceEnglish = "Phone the ASHG." };

        Assert.Equal(("advice", "Bel het ASHG.", "Phone the ASHG."), TestCovenant.Decider(advised).Unmet(TestCovenant.Ask(Evidence.None)).Last());
        Assert.Equal(("advice", "Bel het ASHG.", ""), TestCovenant.Decider(advised with { AdviceEnglish = null }).Unmet(TestCovenant.Ask(Evidence.None)).Last());
        Assert.DoesNotContain(TestCovenant.Decider(Consent).Unmet(TestCovenant.Ask(Evidence.None)), static u => u.Code == "advice");
    }

    private static List<string> Texts(Rule[] rules, Evidence evidence) => [.. TestCovenant.Decider(rules).Unmet(TestCovenant.Ask(evidence)).Select(static u => u.Dutch)];

    private static string Words(Evidence one) => EvidenceWords.Dutch(one).Single() + ".";
}
