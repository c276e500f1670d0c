namespace ConvenantGateway.Policy.Tests;

/// <summary>What is checked before a set is put in force looks at the law alone and at the covenant.</summary>
[Trait("Mutants", "last")]
public sealed class ChecksTests
{
    private const string Case = "cases/proef.cases.yaml";
    private readonly PolicySnapshot _snapshot = PolicyRoot.Load(PolicyRoot.Wbp);

    [Theory]
    [InlineData("layer: statute", "ASHG", "VO")]
    [InlineData("covenant: modelconvenant-2009", "ashg-noord", "vrouwenopvang-noord")]
    public void CasesCheck_CaseOfTheLawOrTheCovenant_NamesItsPlace(string layer, string from, string to)
    {
        var files = PolicyRoot.Files.With(Case, $$"""
            {{layer}}
            cases:
              - id: proef
                title: "proef"
                request: { from: {{from}}, to: {{to}}, purpose: REFER, by: push, ground: G-CONSENT, date: 2009-06-01, evidence: [] }
                persons:
                  - { rol: [slachtoffer] }
                verdict: permit
            """);

        Assert.Equal(
            [$"{Case}:3:1: CG-POLICY-902 the case `proef` comes out otherwise: verdict: expected `Permit`, got `Deny`"],
            new CasesCheck().Failures(files, _snapshot).Where(static f => f.StartsWith(Case, StringComparison.Ordinal)));
    }

    [Fact]
    public void ProofsCheck_CovenantThatBreaksAnInvariantOfTheLaw_IsNamed()
    {
        var table = _snapshot.Decider.Table;
        var rule = table.Rules.First(static r => !r.IsProhibition && r.Release.Length > 0 && !r.By.Contains(Initiative.Status));
        var wrong = rule with { Never = default, Release = [.. rule.Release.Select(static r => r with { Categories = r.Categories | CategorySet.Of(26) })] };
        var decider = new PolicyDecider(PolicyTable.Compile(table.Words, table.Rules.Replace(rule, wrong), new PolicyErrorList()), _snapshot.Covenant, _snapshot.Partners.Values);

        Assert.Contains(new ProofsCheck().Failures(PolicyRoot.Files, _snapshot with { Decider = decider }), static f => f.StartsWith("CG-POLICY-907 the invariant `I-06` (", StringComparison.Ordinal));
    }
}
