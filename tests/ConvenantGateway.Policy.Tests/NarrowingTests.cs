namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class NarrowingTests
{
    private const string Path = "covenant/modelconvenant-2009/own.rules.yaml";

    private const string Narrow = """
        rules:
          - id: M-43
            narrows: R-43
            title: Het ASHG meldt een kind, zonder school
            from: [ASHG]
            to: [AMK]
            purpose: REPORT-CHILD
            by: push
            profiles: { until: NL-2015 }
            grounds: [G-MELD-CHILD]
            release:
              kind: { categories: [D01, D06] }
            never: [D03, D05, D11, D14, D20, D21, D22]
            obligations: [inform-betrokkene, niet-in-portaal, no-onward]
            mark: sourced
            sources:
              - { law: BWBR0016637, article: "53(3)", text: 2017-05-10 }
        """;

    [Fact]
    public void Load_NarrowerRule_HoldsInThePlaceOfTheStatuteRule()
    {
        var result = PolicyLoader.Load(Files(Narrow), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Empty(result.Errors);
        var decisions = new BetrokkeneDecision[1];
        var decision = result.Snapshot!.Decider.Decide(
            new PolicyRequest
            {
                From = PartnerId.Parse("ashg-noord"), To = PartnerId.Parse("amk-noord"), Purpose = new Purpose("REPORT-CHILD"), By = Initiative.Push,
                Ground = new Ground("G-MELD-CHILD"), LawDate = new DateOnly(2009, 6, 1), Evidence = Evidence.Weighing,
            },
            [new(RolSet.Of(BetrokkeneRol.Kind), CategorySet.All)],
            decisions);
        Assert.Equal(["M-43"], decision.Basis.Rules.Select(r => r.Code));
        Assert.Equal("D01 D06", decisions[0].Released.ToString());
    }

    [Theory]
    [InlineData("to: [AMK]", "to: [AMK, VO]", "to")]
    [InlineData("from: [ASHG]", "from: [ASHG, GEM]", "from")]
    [InlineData("purpose: REPORT-CHILD", "purpose: [REPORT-CHILD, REFER]", "purpose")]
    [InlineData("by: push", "by: [push, read]", "by")]
    [InlineData("profiles: { until: NL-2015 }", "profiles: { until: NL-2016 }", "profiles")]
    [InlineData("grounds: [G-MELD-CHILD]", "grounds: [G-MELD-CHILD, G-LEGIT]", "grounds")]
    [InlineData("[D01, D06]", "[D01, D06, D15]", "release.kind")]
    [InlineData("kind: { categories", "melder: { categories", "release.melder")]
    [InlineData("kind: { categories: [D01, D06] }", "kind: { categories: [D01], level: L1 }", "release.kind")]
    [InlineData("never: [D03, D05, D11, D14, D20, D21, D22]", "never: [D03, D05, D11, D14, D20]", "never")]
    [InlineData("obligations: [inform-betrokkene, niet-in-portaal, no-onward]", "obligations: [niet-in-portaal]", "obligations")]
    [InlineData("narrows: R-43", "narrows: R-99", "R-99")]
    public void Load_WiderRule_IsRefusedAndNamesTheKey(string old, string replacement, string key)
    {
        Assert.Contains(old, Narrow, StringComparison.Ordinal);

        var result = PolicyLoader.Load(Files(Narrow.Replace(old, replacement, StringComparison.Ordinal)), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Null(result.Snapshot);
        Assert.Contains(result.Errors, e => e is { Code: PolicyErrorCodes.Widening, File: Path } && e.Message.Contains($"`{key}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sourced", true)]
    [InlineData("derived", false)]
    public void Load_RuleThatNarrowsADerivedOne_IsDerivedToo(string mark, bool isRefused)
    {
        var files = Files(Narrow.Replace("mark: sourced", $"mark: {mark}", StringComparison.Ordinal)).With("statute/centre.rules.yaml", "    mark: sourced\n", "    mark: derived\n");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(isRefused, result.Errors.Any(static e => e is { Code: PolicyErrorCodes.Widening, File: Path, Suggestion: "write `mark: derived`" }));
    }

    private static PolicyFiles Files(string own) => PolicyRoot.Files.With(Path, own).With("covenant/modelconvenant-2009/covenant.yaml", "R-42, R-43, R-45", "R-42, R-45");
}
