namespace ConvenantGateway.Policy.Tests;

/// <summary>The refusals that no row of the folder shows by itself.</summary>
[Trait("Mutants", "last")]
public sealed class RefusalTests
{
    /// <summary>Its own for each test: a snapshot remembers the denials that it gave.</summary>
    private readonly PolicySnapshot _law = PolicyRoot.LoadStatute();

    [Fact]
    public void Decide_UnknownObligation_DeniesTheWholeExchange()
    {
        var rules = _law.Decider.Table.Rules;
        var rule = rules.First(r => r.Id == "R-43");
        var snapshot = StatuteSnapshot.Of(_law.Decider.Table.Words, rules.Replace(rule, rule with { Obligations = [new Obligation("shred-after-reading")] }), new PolicyErrorList());

        Assert.Equal(Verdict.Permit, Ask(_law).Verdict);
        Assert.Equal(Verdict.Deny, Ask(snapshot).Verdict);
    }

    [Fact]
    public void Load_UnknownObligation_IsAnErrorWithASuggestion()
    {
        var files = PolicyRoot.Files.With("statute/centre.rules.yaml", "obligations: [no-onward,", "obligations: [no-onwards,");

        var errors = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Errors;

        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.Equal((PolicyErrorCodes.UnknownCode, "no-onward"), (e.Code, e.Suggestion?.Split('`').Skip(1).FirstOrDefault())));
    }

    [Theory]
    [InlineData("huisarts-noord", Verdict.Deny)]
    [InlineData("ziekenhuis-noord", Verdict.Permit)]
    public void Decide_FlowThatAsksPriorInvestigation_IsOffWithoutTheDeclaration(string sender, Verdict alsoAboutTheSuspect)
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var request = Request(sender, "vrouwenopvang-noord", "REFER", "G-CONSENT", Evidence.Consent | Evidence.Weighing);
        var decisions = new BetrokkeneDecision[1];

        snapshot.Decider.Decide(request, [new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Pleger), CategorySet.All)], decisions);

        Assert.Equal(alsoAboutTheSuspect == Verdict.Permit, !decisions[0].Released.IsEmpty);
    }

    [Fact]
    public void Decide_BeforeTheDeclaration_IsOffToo()
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var declared = snapshot.Covenant.PriorInvestigations.Single(d => d.Partner.Value == "ziekenhuis-noord");
        var late = snapshot.Covenant with { PriorInvestigations = [declared with { Date = new DateOnly(2009, 6, 2) }] };
        var decider = new PolicyDecider(snapshot.Decider.Table, late, snapshot.Partners.Values);
        var decisions = new BetrokkeneDecision[1];

        decider.Decide(Request("ziekenhuis-noord", "vrouwenopvang-noord", "REFER", "G-CONSENT", Evidence.Consent | Evidence.Weighing), [new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Pleger), CategorySet.All)], decisions);

        Assert.True(decisions[0].Released.IsEmpty);
    }

    [Fact]
    public void Decide_PartnerThatLeftOrHasNotJoined_IsNoParty()
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var shelter = PartnerId.Parse("vrouwenopvang-noord");
        var request = Request("ashg-noord", shelter.Value, "REFER", "G-CONSENT", Evidence.Consent | Evidence.Weighing);

        Verdict With(CovenantTerms terms) => new PolicyDecider(snapshot.Decider.Table, terms, snapshot.Partners.Values).Decide(request, [], []).Verdict;

        Assert.Equal(Verdict.Permit, With(snapshot.Covenant));
        Assert.Equal(Verdict.Deny, With(snapshot.Covenant with { Withdrawals = Days((shelter, new DateOnly(2009, 6, 1))) }));
        Assert.Equal(Verdict.Permit, With(snapshot.Covenant with { Withdrawals = Days((shelter, new DateOnly(2009, 6, 2))) }));
        Assert.Equal(Verdict.Deny, With(snapshot.Covenant with { Accessions = Days((shelter, new DateOnly(2009, 6, 2))) }));
        Assert.Equal(Verdict.Permit, With(snapshot.Covenant with { Accessions = Days((shelter, new DateOnly(2009, 6, 1))) }));
    }

    [Fact]
    public void Decide_ConflictingLabels_ReleaseNothing()
    {
        var request = Request("ashg", "vo", "REFER", "G-CONSENT", (Evidence)~0) with { LawDate = new DateOnly(2009, 6, 1) };
        var facts = Enumerable.Range(0, 256).Where(o => !int.IsPow2(o) && o != 0).Select(o => new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Slachtoffer), CategorySet.All, (DataOrigins)o)).ToArray();
        var decisions = new BetrokkeneDecision[facts.Length];

        var decision = _law.Decider.Decide(request, facts, decisions);

        Assert.Equal(Verdict.Permit, decision.Verdict);
        Assert.All(decisions, d => Assert.Equal(default, d));
    }

    [Theory]
    [InlineData("statute/police.rules.yaml", "    to: [RVDK]", "    to: [RVDK, SCH]", PolicyErrorCodes.NotDesignated)]
    [InlineData("statute/centre.rules.yaml", "profiles: { from: NL-2013, until: NL-2015 }", "profiles: { from: NL-2009, until: NL-2015 }", PolicyErrorCodes.GroundNotThere)]
    public void Load_RuleBeyondItsGround_IsRefused(string path, string old, string replacement, string code)
    {
        var errors = PolicyLoader.Load(PolicyRoot.Files.With(path, old, replacement), PolicyRoot.Options(PolicyRoot.Wbp)).Errors;

        Assert.Contains(errors, e => e.Code == code && e.Line > 0);
    }

    [Fact]
    public void Load_KindspoorWithoutItsParties_IsRefused()
    {
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/covenant.yaml", "purposes:", "annexes: [kindspoor]\npurposes:");

        Assert.Contains(PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Errors, e => e.Code == PolicyErrorCodes.Annex);
    }

    [Fact]
    public void Load_MissingLabelOrClause_IsRefused()
    {
        var labels = PolicyLoader.Load(PolicyRoot.Files.With("onward.yaml", "origin: HVB", "origin: WPG"), PolicyRoot.Options(PolicyRoot.Wbp)).Errors;
        var clauses = PolicyLoader.Load(PolicyRoot.Files.With("clauses.yaml", "clause: C25", "clause: C24"), PolicyRoot.Options(PolicyRoot.Wbp)).Errors;

        Assert.Contains(labels, e => e.Message.Contains("`HVB` is missing", StringComparison.Ordinal));
        Assert.Contains(clauses, e => e.Message.Contains("`C25` must stand here exactly once", StringComparison.Ordinal));
    }

    private static System.Collections.Frozen.FrozenDictionary<PartnerId, DateOnly> Days(params (PartnerId Id, DateOnly Day)[] days) =>
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(days, d => d.Id, d => d.Day);

    private static PolicyDecision Ask(PolicySnapshot snapshot) =>
        snapshot.Decider.Decide(Request("ashg", "amk", "REPORT-CHILD", "G-MELD-CHILD", Evidence.Weighing), [], []);

    private static PolicyRequest Request(string from, string to, string purpose, string ground, Evidence evidence) => new()
    {
        From = PartnerId.Parse(from), To = PartnerId.Parse(to), Purpose = new Purpose(purpose), By = Initiative.Push, Ground = new Ground(ground), LawDate = new DateOnly(2009, 6, 1), Evidence = evidence,
    };
}
