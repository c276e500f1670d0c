using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Proofs that would hold because they do not look: a row left out, a flow not declared.</summary>
[Trait("Mutants", "last")]
public sealed class UnsoundProofTests
{
    private const string Covenant = "covenant/modelconvenant-2009/covenant.yaml";

    private const string Rows = """
        rules:
          - id: R-X1
            title: ruim
            from: [ASHG]
            to: [VO]
            purpose: FEEDBACK
            by: push
            profiles: { from: NL-2009, until: NL-2012 }
            grounds: [G-CONSENT]
            FIRST
            release:
              slachtoffer: { categories: [D01, D06] }
            obligations: [inform-betrokkene]
            mark: sourced
            sources: [{ law: BWBR0011468, article: "8(a)", text: 2017-05-10 }]
          - id: R-X2
            title: eng
            from: [ASHG]
            to: [VO]
            purpose: FEEDBACK
            by: push
            profiles: { from: NL-2009, until: NL-2012 }
            grounds: [G-CONSENT]
            SECOND
            release:
              slachtoffer: { categories: [D01] }
            obligations: [no-onward]
            mark: sourced
            sources: [{ law: BWBR0011468, article: "8(a)", text: 2017-05-10 }]

        """;

    [Theory]
    [InlineData("R-X1", false)]
    [InlineData("R-X1, R-X2", true)]
    public void Prove_CovenantWithoutTheRowThatForbids_IsWiderThanTheLaw(string taken, bool holds)
    {
        var files = With("never: [D05]", "never: [D06]", taken);

        var outcome = Prove(files).Single(o => o.Title.StartsWith("een convenant maakt geen grondslag", StringComparison.Ordinal));

        Assert.Equal(holds, outcome.Holds);
        Assert.Equal(holds, outcome.CounterExample is null);
    }

    [Fact]
    public void Prove_ObligationOfAnUndeclaredRow_DoesNotCount()
    {
        // Who has not declared R-X2 sends on R-X1 alone, without the duty that only R-X2 carries.
        const string invariant = "invariants:\n  - id: I-X\n    title: \"proef\"\n    from-text: \"proef\"\n    when: { from: [ASHG], to: [VO], purpose: [FEEDBACK] }\n    then: { obligations: [no-onward] }\n";
        var declared = With("never: [D05]", "never: [D05]", "R-X1, R-X2").With("invariants.yaml", "invariants:\n", invariant);
        var asked = With("never: [D05]", "voorafgaandOnderzoek: \"31(1)(c)\"", "R-X1, R-X2").With("invariants.yaml", "invariants:\n", invariant);

        Assert.True(Prove(declared).Single(static o => o.Id == "I-X").Holds);
        Assert.Contains("declared []", Prove(asked).Single(static o => o.Id == "I-X").CounterExample, StringComparison.Ordinal);
    }

    private static PolicyFiles With(string first, string second, string taken) => PolicyRoot.Files
        .With("statute/x.rules.yaml", Rows.Replace("FIRST", first, StringComparison.Ordinal).Replace("SECOND", second, StringComparison.Ordinal))
        .With(Covenant, "rules: [R-01, ", $"rules: [{taken}, R-01, ");

    private static ImmutableArray<ProofOutcome> Prove(PolicyFiles files)
    {
        var law = PolicyLoader.LoadStatute(files);
        var covenant = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));
        Assert.Empty(law.Errors.Concat(covenant.Errors).Select(static e => e.ToString()));
        return PolicyProof.Prove(covenant.Snapshot!, law.Snapshot).Outcomes;
    }
}
