namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of a covenant and its decisions (Wpg 20), on a file of a few lines: what it reads, and each line that it refuses.</summary>
public sealed class CovenantReaderTests
{
    private const string Covenant = """
        id: x
        title: proef
        from: 2009-02-01
        until: 2011-01-31
        parties: [ashg, pol, amk]
        purposes: [REFER, TREAT]
        status-persons-per-hour: 20
        regie: ashg
        accessions:
          - { partner: amk, date: 2009-03-01, declaration: "verklaring" }
        withdrawals:
          - { partner: pol, date: 2010-03-01 }
        rules: [R-1, R-2]
        sign-offs:
          - { rule: R-2, by: stuurgroep, date: 2009-01-20 }
        voorafgaandOnderzoek:
          - { rule: R-1, partner: pol, onderdeel: "31(1)(c)", meldnummer: "m1", verklaring: rechtmatig, datum: 2009-01-05 }

        """;

    private const string Decision = """
        id: besluit
        from: pol
        recipients: [ashg, amk]
        categories: [D01, D02]
        purpose: [REFER]
        purposeLetter: c
        authority: burgemeester
        agreementDate: 2009-01-10
        valid-from: 2009-02-01
        valid-until: 2010-02-01
        interest: veiligheid

        """;

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Covenant_InOrder_IsReadWhole()
    {
        var covenant = ReadCovenant(Covenant)!;
        var terms = covenant.Terms;

        Assert.Empty(Codes);
        Assert.Equal(("x", "proef", new DateOnly(2009, 2, 1), new DateOnly(2011, 1, 31), null, 20), (terms.Id, terms.Title, terms.From, terms.Until, terms.Reenactment, terms.StatusPersonsPerHour));
        Assert.Equal(["ashg", "pol", "amk"], terms.Parties.Select(static p => p.Value));
        Assert.Equal("ashg", terms.Regie?.Value);
        Assert.Equal(new DateOnly(2009, 3, 1), terms.Accessions[PartnerId.Parse("amk")]);
        Assert.Equal(new DateOnly(2010, 3, 1), terms.Withdrawals[PartnerId.Parse("pol")]);
        Assert.Equal(new PriorInvestigation("R-1", PartnerId.Parse("pol"), "31(1)(c)", "m1", new DateOnly(2009, 1, 5)), Assert.Single(terms.PriorInvestigations));
        Assert.Equal(["R-1", "R-2"], covenant.TakenOver.Select(static w => w.Value));
        Assert.Equal("R-2", Assert.Single(covenant.SignedOff).Value);
        Assert.Equal(["REFER", "TREAT"], covenant.Purposes.AsEnumerable());
        Assert.Null(ReadCovenant(Covenant.Replace("regie: ashg\n", "", StringComparison.Ordinal))!.Terms.Regie);
        Assert.Equal(30, ReadCovenant(Covenant.Replace("status-persons-per-hour: 20\n", "", StringComparison.Ordinal))!.Terms.StatusPersonsPerHour);
    }

    [Fact]
    public void Decision_InOrder_IsReadWhole()
    {
        var decision = Assert.Single(ReadCovenant(Covenant, Decision)!.Terms.Decisions);

        Assert.Empty(Codes);
        Assert.Equal(("besluit", "pol", 'c', "burgemeester"), (decision.Id, decision.From.Value, decision.PurposeLetter, decision.Authority));
        Assert.Equal(["ashg", "amk"], decision.Recipients.Select(static p => p.Value));
        Assert.Equal(("D01 D02", "REFER"), (decision.Categories.ToString(), Assert.Single(decision.Purposes).Code));
        Assert.Equal((new DateOnly(2009, 1, 10), new DateOnly(2009, 2, 1), new DateOnly(2010, 2, 1)), (decision.AgreementDate, decision.ValidFrom, decision.ValidUntil));
    }

    [Theory]
    [InlineData("id: besluit\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("from: pol", "from: [pol, ashg]", null)]
    [InlineData("recipients: [ashg, amk]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("categories: [D01, D02]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("purpose: [REFER]", "purpose: []", null)]
    [InlineData("purposeLetter: c", "purposeLetter: e", PolicyErrorCodes.UnknownCode)]
    [InlineData("authority: burgemeester\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("valid-from: 2009-02-01\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("valid-until: 2010-02-01\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("agreementDate: 2009-01-10\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("interest: veiligheid", "interests: veiligheid", PolicyErrorCodes.UnknownKey)]
    public void Decision_OneLineWrong_IsReportedOrLeftOut(string old, string replacement, string? code)
    {
        var covenant = ReadCovenant(Covenant, ReaderFiles.Changed(Decision, old, replacement))!;

        Assert.True(code is null ? covenant.Terms.Decisions.IsEmpty : Codes.Contains(code));
    }

    [Theory]
    [InlineData("id: x", "id: z", PolicyErrorCodes.NameMismatch)]
    [InlineData("title: proef\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("from: 2009-02-01\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("parties: [ashg, pol, amk]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("parties: [ashg,", "parties: [ashgg,", PolicyErrorCodes.UnknownCode)]
    [InlineData("purposes: [REFER, TREAT]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("status-persons-per-hour: 20", "status-persons-per-hour: 0", PolicyErrorCodes.WrongShape)]
    [InlineData("rules: [R-1, R-2]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData(", declaration: \"verklaring\"", "", PolicyErrorCodes.MissingKey)]
    [InlineData("{ partner: pol, date: 2010-03-01 }", "{ partner: pol, date: 2010-03-01, declaration: x }", PolicyErrorCodes.UnknownKey)]
    [InlineData("withdrawals:\n", "withdrawals:\n  - { partner: pol, date: 2010-03-02 }\n", PolicyErrorCodes.DuplicateId)]
    [InlineData("by: stuurgroep, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("date: 2009-01-20 }", "date: 2009-01-20, why: x }", PolicyErrorCodes.UnknownKey)]
    [InlineData("onderdeel: \"31(1)(c)\"", "onderdeel: \"31(1)(d)\"", PolicyErrorCodes.UnknownCode)]
    [InlineData("verklaring: rechtmatig", "verklaring: misschien", PolicyErrorCodes.UnknownCode)]
    [InlineData("datum: 2009-01-05 }", "datum: 2009-01-05, why: x }", PolicyErrorCodes.UnknownKey)]
    [InlineData("voorafgaandOnderzoek:\n", "voorafgaandOnderzoek:\n  - { rule: R-1, partner: pol, onderdeel: \"31(1)(a)\", meldnummer: \"m2\", verklaring: rechtmatig, datum: 2009-01-05 }\n", PolicyErrorCodes.DuplicateId)]
    [InlineData("regie: ashg\n", "regie: ashg\nannexes: [kindspoor]\n", PolicyErrorCodes.Annex)]
    [InlineData("regie: ashg\n", "regie: ashg\nannexes: [ander]\n", PolicyErrorCodes.UnknownCode)]
    [InlineData("regie: ashg\n", "regie: ashg\nbijlage: x\n", PolicyErrorCodes.UnknownKey)]
    public void Covenant_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        ReadCovenant(ReaderFiles.Changed(Covenant, old, replacement));

        Assert.Contains(code, Codes);
        Assert.All(_errors.ToImmutable(), static e => Assert.Equal("covenant/x/covenant.yaml", e.File));
    }

    [Fact]
    public void Covenant_SignOffOrDeclarationThatLacksSomething_DoesNotCount()
    {
        var covenant = ReadCovenant(ReaderFiles.Changed(ReaderFiles.Changed(Covenant, "by: stuurgroep, ", ""), "meldnummer: \"m1\", ", ""))!;

        Assert.Empty(covenant.SignedOff);
        Assert.Empty(covenant.Terms.PriorInvestigations);
    }

    [Fact]
    public void Covenant_Kindspoor_NamesEachPartyThatLacks()
    {
        ReadCovenant(ReaderFiles.Changed(Covenant, "regie: ashg\n", "regie: ashg\nannexes: [kindspoor]\n"));

        Assert.Equal(["BJZ or GI", "RVDK"], _errors.ToImmutable().Select(static e => e.Message.Split("kind ")[1].Split(" (")[0]).Order());
    }

    [Fact]
    public void Covenant_NotThere_SuggestsOne()
    {
        Assert.Null(new CovenantFiles(ReaderFiles.Of(("covenant/x/covenant.yaml", Covenant)), TestRules.Words, _errors).Read("xy"));
        Assert.Equal((PolicyErrorCodes.UnknownFile, "did you mean `x`?"), Assert.Single(_errors.ToImmutable().Select(static e => (e.Code, e.Suggestion))));
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private CovenantSource? ReadCovenant(string text, string? decision = null)
    {
        var files = ReaderFiles.Of(("covenant/x/covenant.yaml", text), ("partners/ashg.yaml", "kind: ASHG"), ("partners/pol.yaml", "kind: POL"), ("partners/amk.yaml", "kind: AMK"));
        return new CovenantFiles(decision is null ? files : files.With("covenant/x/decisions/d.yaml", decision), TestRules.Words, _errors).Read("x");
    }
}
