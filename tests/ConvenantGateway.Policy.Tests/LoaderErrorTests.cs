namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class LoaderErrorTests
{
    private const string Centre = "statute/centre.rules.yaml";
    private const string Police = "statute/police.rules.yaml";

    [Fact]
    public void Load_ThreeTyposInThreeFiles_ReportsAllAtOnceWithPlace()
    {
        var files = PolicyRoot.Files
            .With("grounds.yaml", "evidence: [consent]", "evidence: [consnet]")
            .With(Centre, "title: Het ASHG verwijst naar een hulpverlener", "titel: Het ASHG verwijst naar een hulpverlener")
            .With("partners/ashg-noord.yaml", "kind: ASHG", "kind: AHSG");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Null(result.Snapshot);
        Assert.Contains(result.Errors, e => e is { File: "grounds.yaml", Line: 8, Code: PolicyErrorCodes.UnknownCode } && e.Suggestion == "did you mean `consent`?" && e.Column > 1);
        Assert.Contains(result.Errors, e => e is { File: Centre, Line: 4, Column: 5, Code: PolicyErrorCodes.UnknownKey } && e.Suggestion == "did you mean `title`?");
        Assert.Contains(result.Errors, e => e is { File: "partners/ashg-noord.yaml", Line: 2, Column: 7 } && e.Suggestion == "did you mean `ASHG`?");
    }

    [Theory]
    [InlineData(Police, "    by: push\n    profiles: { from: NL-2008, until: NL-2015 }\n    grounds: [G-WPG20]", "    profiles: { from: NL-2008, until: NL-2015 }\n    grounds: [G-WPG20]", PolicyErrorCodes.MissingKey)]
    [InlineData(Police, "    by: push\n    profiles: { from: NL-2008, until: NL-2015 }\n    grounds: [G-WPG20]", "    by: search\n    profiles: { from: NL-2008, until: NL-2015 }\n    grounds: [G-WPG20]", PolicyErrorCodes.PolicePull)]
    [InlineData(Centre, "slachtoffer: { level: L2, categories: [D19] }\n    never: [D01, D03, D05, D06, D09, D11, D13, D20, D21]\n    obligations: [no-onward, niet-in-portaal]\n    mark: derived\n    sources:\n      - { law: BWBR0020031, article: \"21h(1)\"", "slachtoffer: { level: L2, categories: [D19, D14] }\n    never: [D01, D03, D05, D06, D09, D11, D13, D20, D21]\n    obligations: [no-onward, niet-in-portaal]\n    mark: derived\n    sources:\n      - { law: BWBR0020031, article: \"21h(1)\"", PolicyErrorCodes.PullTooWide)]
    [InlineData(Centre, "    holder: standing\n    profiles: { from: NL-2009, until: NL-2013 }\n    grounds: [G-CONSENT]\n    evidence: [standing-permission]", "    holder: standing\n    profiles: { from: NL-2009, until: NL-2013 }\n    grounds: [G-CONSENT]", PolicyErrorCodes.RuleIncomplete)]
    [InlineData(Centre, "article: \"21h(3)\", text: 2017-05-10", "article: \"21h(4)\", text: 2017-05-10", PolicyErrorCodes.UnknownLaw)]
    [InlineData(Centre, "    never: [D03, D05, D11, D14, D20, D21]", "    never: [D01, D03, D05, D11, D14, D20, D21]", PolicyErrorCodes.NeverReleased)]
    [InlineData(Centre, "slachtoffer: { categories: [D01, D20] }", "slachtoffer: { categories: [D01, D20, D26] }", PolicyErrorCodes.Invariant)]
    [InlineData(Centre, "purpose: REFER", "purpose: no", PolicyErrorCodes.UntypedScalar)]
    [InlineData(Centre, "  - id: R-43", "  - id: R-42", PolicyErrorCodes.DuplicateId)]
    [InlineData(Centre, "prof", "x: *a\nprof", PolicyErrorCodes.Malformed)]
    [InlineData("covenant/modelconvenant-2009/covenant.yaml", "rules: [R-01,", "rules: [R-02x,", PolicyErrorCodes.UnknownCode)]
    [InlineData("covenant/modelconvenant-2009/covenant.yaml", "{ rule: R-20, by", "{ rule: R-03, by", PolicyErrorCodes.SignOff)]
    [InlineData("officers/fg-ashg-noord.yaml", "organisation: ashg-noord", "organisation: ashg-nord", PolicyErrorCodes.UnknownCode)]
    [InlineData("partners/ashg-noord.yaml", "id: ashg-noord", "id: ashg-zuid", PolicyErrorCodes.NameMismatch)]
    public void Load_WrongRule_IsRefusedWithItsCode(string path, string old, string replacement, string code)
    {
        var result = PolicyLoader.Load(PolicyRoot.Files.With(path, old, replacement), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Null(result.Snapshot);
        Assert.Contains(result.Errors, e => e.Code == code && e.File == path);
    }

    [Fact]
    public void Load_RuleForAPurposeThatTheCovenantDoesNotList_IsRefused()
    {
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/covenant.yaml", "REPORT-CHILD, STATUS, TREAT", "REPORT-CHILD, TREAT");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(["`R-26`", "`R-46a`"], result.Errors.Select(e => e.Message.Split(' ')[1]));
        Assert.All(result.Errors, e => Assert.Equal(PolicyErrorCodes.Widening, e.Code));
    }

    [Fact]
    public void Load_MisspeltFileName_IsRefused()
    {
        var result = PolicyLoader.Load(PolicyRoot.Files.With("statutes/police.rules.yaml", "rules: []"), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(PolicyErrorCodes.UnknownFile, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Load_DerivedRuleWithoutSignOff_IsOffAndSaid()
    {
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/covenant.yaml", "  - { rule: R-40, by: stuurgroep huiselijk geweld Noord, date: 2009-01-20 }\n", "");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Equal(PolicyErrorCodes.SignOff, Assert.Single(result.Warnings).Code);
        Assert.False(result.Snapshot!.Decider.CouldPermit(PartnerId.Parse("ashg-noord"), PartnerId.Parse("vrouwenopvang-noord"), new Purpose("REFER"), Initiative.Push, new DateOnly(2009, 6, 1)));
    }

    [Fact]
    public void Load_ErrorBesideAWarning_SaysBoth()
    {
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/covenant.yaml", "  - { rule: R-40, by: stuurgroep huiselijk geweld Noord, date: 2009-01-20 }\n", "")
            .With("statutes/police.rules.yaml", "rules: []");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Null(result.Snapshot);
        Assert.Equal(PolicyErrorCodes.UnknownFile, Assert.Single(result.Errors).Code);
        Assert.Equal(PolicyErrorCodes.SignOff, Assert.Single(result.Warnings).Code);
    }

    [Theory]
    [InlineData("rule: R-29.2", "rule: R-29x", "`R-29x` is declared but is no rule")]
    [InlineData("onderdeel: \"31(1)(c)\"", "onderdeel: \"31(1)(b)\"", "rule `R-29.2` asks `31(1)(c)`, not `31(1)(b)`")]
    public void Load_DeclarationThatFitsNoRule_IsRefused(string old, string replacement, string message)
    {
        var result = PolicyLoader.Load(PolicyRoot.Files.With("covenant/modelconvenant-2009/covenant.yaml", old, replacement), PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.Contains(result.Errors, e => e.Code == PolicyErrorCodes.PriorInvestigation && e.Message == message);
    }

    [Fact]
    public void LoadStatute_LawWithAndWithoutAMistake_IsASnapshotOrItsErrors()
    {
        Assert.NotNull(PolicyRoot.LoadStatute());

        var wrong = PolicyLoader.LoadStatute(PolicyRoot.Files.With("statutes/police.rules.yaml", "rules: []"));

        Assert.Null(wrong.Snapshot);
        Assert.Equal(PolicyErrorCodes.UnknownFile, Assert.Single(wrong.Errors).Code);
    }

    [Fact]
    public void Load_RuleOnUnreadArticlesOnly_CountsAsDerived()
    {
        var files = PolicyRoot.Files
            .With("statute/care.rules.yaml", "    mark: derived\n    note: \"7:457(2) BW and Wabvpz", "    mark: sourced\n    note: \"7:457(2) BW and Wabvpz");

        var result = PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp));

        Assert.NotNull(result.Snapshot);
        Assert.True(Assert.Single(result.Snapshot.Decider.Table.Rules, r => r.Id == "R-25").IsDerived);
    }

    [Fact]
    public void Load_ReenactmentOutsideDevelopment_IsRefused()
    {
        var result = PolicyLoader.Load(PolicyRoot.Files, PolicyRoot.Options(PolicyRoot.Wbp) with { AllowReenactment = false });

        Assert.Equal(PolicyErrorCodes.Reenactment, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Load_UnknownCovenant_SuggestsTheNearest()
    {
        var result = PolicyLoader.Load(PolicyRoot.Files, PolicyRoot.Options("convenant-2026"));

        Assert.Contains(result.Errors, e => e.Suggestion == "did you mean `convenant-2025`?");
    }

    [Fact]
    public void Cases_WithAnotherOutcome_Differ()
    {
        var files = PolicyRoot.Files.With("cases/modelconvenant-2009.cases.yaml", "verdict: deny\n    unmet: [covenant-expired]", "verdict: permit");

        var outcome = Assert.Single(CaseRun.Run(files, PolicyRoot.Load(PolicyRoot.Wbp)), o => !o.Differences.IsEmpty);

        Assert.Equal("x-after-term", outcome.Id);
    }
}
