namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class ProofTests
{
    [Theory]
    [InlineData(PolicyRoot.Wbp)]
    [InlineData(PolicyRoot.Avg)]
    public void Prove_Covenant_HoldsEveryInvariant(string covenant)
    {
        var report = PolicyProof.Prove(PolicyRoot.Load(covenant), PolicyRoot.LoadStatute());

        Assert.Empty(report.Outcomes.Where(o => !o.Holds).Select(o => $"{o.Id}: {o.CounterExample}"));
        Assert.True(report.Points > report.Decided);
        Assert.All(report.Outcomes.Where(o => o.Elsewhere is null), o => Assert.True(o.Points > 0, o.Id));
    }

#if !MUTATION
    [Fact]
    public void Prove_Law_HoldsEveryInvariant()
    {
        var report = PolicyProof.Prove(PolicyRoot.LoadStatute(), null);

        Assert.Empty(report.Outcomes.Where(o => !o.Holds).Select(o => $"{o.Id}: {o.CounterExample}"));
    }
#endif

    /// <summary>Each kind of claim, made false on purpose, is found with one concrete request.</summary>
    [Theory]
    [InlineData("when: { from: [ASHG], to: [VO], purpose: [REFER] }, then: { demands: [second-person] }", "from ASHG to VO, purpose REFER")]
    [InlineData("when: { from: [ASHG], to: [VO], purpose: [REFER] }, then: { obligations: [one-time] }", "from ASHG to VO, purpose REFER")]
    [InlineData("when: { by: [status] }, then: { at-most: L1 }", "L2")]
    [InlineData("when: { rol: [kind], to: [AMK], profiles: { from: NL-2009 } }, then: { obligations: [one-time] }", "to AMK")]
    public void Prove_FalseClaim_FindsACounterExample(string claim, string names)
    {
        var files = PolicyRoot.Files.With("invariants.yaml", "invariants:\n", $"invariants:\n  - {{ id: X-1, title: \"onwaar\", from-text: test, {claim} }}\n");
        var loaded = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));
        Assert.Empty(loaded.Errors.Select(e => e.ToString()));

        var broken = Assert.Single(PolicyProof.Prove(loaded.Snapshot!, null).Outcomes, o => !o.Holds);

        Assert.Equal("X-1", broken.Id);
        Assert.Contains(names, broken.CounterExample, StringComparison.Ordinal);
    }

    /// <summary>What one rule alone breaks is refused at load already, with the place of the rule.</summary>
    [Theory]
    [InlineData("then: { never: [D02] }")]
    [InlineData("when: { from: [ASHG] }, then: { deny: true }")]
    [InlineData("then: { grounds: [G-CONSENT] }")]
    public void Load_ClaimThatARuleBreaks_NamesTheRule(string claim)
    {
        var files = PolicyRoot.Files.With("invariants.yaml", "invariants:\n", $"invariants:\n  - {{ id: X-1, title: \"onwaar\", from-text: test, {claim} }}\n");

        var errors = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Errors;

        Assert.Contains(errors, e => e.Code == PolicyErrorCodes.Invariant && e.Message.Contains("X-1", StringComparison.Ordinal) && e.Line > 0);
    }

    [Fact]
    public void Prove_CovenantWiderThanTheLaw_IsFound()
    {
        // The law as it would be without the rule that the covenant took over: what the loader refuses, the proof finds too.
        var covenant = PolicyRoot.Load(PolicyRoot.Wbp);
        var law = PolicyRoot.LoadStatute();
        var poorer = StatuteSnapshot.Of(law.Decider.Table.Words, [.. law.Decider.Table.Rules.Where(r => r.Id != "R-43")], new PolicyErrorList());

        var report = PolicyProof.Prove(covenant, poorer);

        Assert.Contains(report.Outcomes, o => !o.Holds && o.CounterExample!.Contains("from ASHG to AMK, purpose REPORT-CHILD", StringComparison.Ordinal));
    }
}
