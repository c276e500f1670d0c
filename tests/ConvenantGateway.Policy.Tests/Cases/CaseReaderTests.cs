using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of cases, on a file of a few lines: what it reads, and each line that it refuses.</summary>
public sealed class CaseReaderTests
{
    private const string Case = """
        covenant: x
        cases:
          - id: a
            title: proef
            request: { from: ashg, to: vo, purpose: REFER, by: push, ground: G-CONSENT, date: 2009-06-01, evidence: [consent, weighing], emergency: true }
            persons:
              - { rol: [kind, onbekend], consent: [D01], released: [D02], level: L1, origin: [WPG, HVB] }
              - { rol: [kind] }
            verdict: deny
            rules: [R-1]
            obligations: [written]
            unmet: [advice]
            warnings: [meldcode]
            errors: 2
            boundaries: { rules: [R-1], from: [ASHG], to: [VO], purpose: [TREAT], first: 2009-01-01, last: 2010-01-01, evidence: minimal }

        """;

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Case_InOrder_IsReadWhole()
    {
        var one = Assert.Single(ReadCases(Case));

        Assert.Empty(Codes);
        Assert.Equal(("a", "proef", "x", new DateOnly(2009, 6, 1), Verdict.Deny, 2), (one.Id, one.Title, one.Covenant, one.Date, one.Verdict, one.Errors));
        Assert.Equal(("R-1", "written", "advice", "meldcode"), (Assert.Single(one.Rules), Assert.Single(one.Obligations), Assert.Single(one.Unmet), Assert.Single(one.Warnings)));
        Assert.Equal(("ashg", "vo", "REFER", Initiative.Push, "G-CONSENT", true), (one.Request.From.Value, one.Request.To.Value, one.Request.Purpose.Code, one.Request.By, one.Request.Ground.Code, one.Request.Emergency));
        Assert.Equal((Evidence.Consent | Evidence.Weighing, one.Date), (one.Request.Evidence, one.Request.LawDate));
        Assert.Equal(new CasePerson(new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Kind) | RolSet.Of(BetrokkeneRol.Onbekend), CategorySet.Of(1), DataOrigins.Wpg | DataOrigins.Hvb), CategorySet.Of(2), StatusLevel.L1), one.Persons[0]);
        Assert.Equal(new CasePerson(new BetrokkeneFacts(RolSet.Of(BetrokkeneRol.Kind), CategorySet.All), default, StatusLevel.L0), one.Persons[1]);
        var edges = one.Boundaries!;
        Assert.Equal(("R-1", "ASHG", "VO", "TREAT", true), (Assert.Single(edges.Rules), Assert.Single(edges.From), Assert.Single(edges.To), Assert.Single(edges.Purposes), edges.IsEvidenceMinimal));
        Assert.Equal((new DateOnly(2009, 1, 1), new DateOnly(2010, 1, 1)), (edges.First, edges.Last));
    }

    [Fact]
    public void Case_OfTheLaw_IsBetweenKindsOnADate()
    {
        var law = ReaderFiles.Changed(Case, "covenant: x", "layer: statute");
        var one = Assert.Single(ReadCases(ReaderFiles.Changed(law, "from: ashg, to: vo", "from: ASHG, to: VO")));

        Assert.Empty(Codes);
        Assert.Equal(("statute", "ashg", "vo"), (one.Covenant, one.Request.From.Value, one.Request.To.Value));
        ReadCases(ReaderFiles.Changed(ReaderFiles.Changed(law, "from: ashg, to: vo", "from: ASHG, to: VO"), "date: 2009-06-01, ", ""));
        Assert.Equal([PolicyErrorCodes.MissingKey], Codes);
    }

    [Fact]
    public void Case_OfTheLaw_NamesKindsInCapitals()
    {
        Assert.Empty(ReadCases(ReaderFiles.Changed(Case, "covenant: x", "layer: statute")));

        Assert.Equal([PolicyErrorCodes.UnknownCode, PolicyErrorCodes.UnknownCode], Codes);
    }

    [Theory]
    [InlineData("covenant: x\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("covenant: x\n", "covenant: x\nlaag: y\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("title: proef\n", "titel: proef\n", PolicyErrorCodes.MissingKey)]
    [InlineData("request: {", "asked: {", PolicyErrorCodes.MissingKey)]
    [InlineData("to: vo, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("purpose: REFER", "purpose: REFFER", PolicyErrorCodes.UnknownCode)]
    [InlineData("by: push", "by: pull", PolicyErrorCodes.UnknownCode)]
    [InlineData("emergency: true }", "emergency: true, x: y }", PolicyErrorCodes.UnknownKey)]
    [InlineData("{ rol: [kind] }", "{ level: L1 }", PolicyErrorCodes.MissingKey)]
    [InlineData("{ rol: [kind] }", "{ rol: [kind], x: y }", PolicyErrorCodes.UnknownKey)]
    [InlineData("verdict: deny", "verdict: denied", PolicyErrorCodes.UnknownCode)]
    [InlineData("errors: 2", "errors: 101", PolicyErrorCodes.WrongShape)]
    [InlineData("evidence: minimal", "evidence: maximal", PolicyErrorCodes.UnknownCode)]
    [InlineData("evidence: minimal }", "evidence: minimal, x: y }", PolicyErrorCodes.UnknownKey)]
    [InlineData("errors: 2", "error: 2", PolicyErrorCodes.UnknownKey)]
    public void Case_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        ReadCases(ReaderFiles.Changed(Case, old, replacement));

        Assert.Contains(code, Codes);
    }

    [Theory]
    [InlineData("title: proef\n", "titel: proef\n")]
    [InlineData("- id: a\n", "- note: a\n")]
    [InlineData("verdict: deny", "verdict: denied")]
    [InlineData("request: {", "asked: {")]
    [InlineData("to: vo, ", "")]
    [InlineData("from: ashg, ", "")]
    [InlineData("purpose: REFER, ", "")]
    [InlineData("by: push, ", "")]
    [InlineData("from: ashg, ", "from: '-', ")]
    [InlineData("to: vo, ", "to: '-', ")]
    public void Case_WithoutWhatACaseNeeds_IsLeftOut(string old, string replacement) => Assert.Empty(ReadCases(ReaderFiles.Changed(Case, old, replacement)));

    [Fact]
    public void Case_WithoutWhatItMayLeaveOut_SaysNothingOfIt()
    {
        var one = Assert.Single(ReadCases("""
            covenant: x
            cases:
              - id: a
                title: proef
                request: { from: ashg, to: vo, purpose: REFER, by: push }
                verdict: permit
                boundaries: { from: [ASHG] }

            """));

        Assert.Empty(Codes);
        Assert.Equal((Verdict.Permit, null, null), (one.Verdict, one.Date, one.Errors));
        Assert.Equal((default, default, Evidence.None, false), (one.Request.Ground, one.Request.LawDate, one.Request.Evidence, one.Request.Emergency));
        Assert.Equal((false, null, null), (one.Boundaries!.IsEvidenceMinimal, one.Boundaries.First, one.Boundaries.Last));
        Assert.True(one.Persons.IsEmpty && one.Rules.IsEmpty && one.Obligations.IsEmpty && one.Unmet.IsEmpty && one.Warnings.IsEmpty && one.Boundaries.Rules.IsEmpty && one.Boundaries.Purposes.IsEmpty);
    }

    [Fact]
    public void Case_SameIdTwice_IsRefusedAtTheSecond()
    {
        ReadCases(Case + Case[Case.IndexOf("  - id", StringComparison.Ordinal)..]);

        Assert.Equal((PolicyErrorCodes.DuplicateId, 16), Assert.Single(_errors.ToImmutable().Select(static e => (e.Code, e.Line))));
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private ImmutableArray<PolicyCase> ReadCases(string text) => CasesFile.ReadAll(ReaderFiles.Of(("cases/x.cases.yaml", text)), TestRules.Words, _errors);
}
