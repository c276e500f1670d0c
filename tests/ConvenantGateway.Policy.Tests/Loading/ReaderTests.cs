using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Each reader of policy files by itself, on a file of a few lines: what it reads, and each line that it refuses.</summary>
public sealed class ReaderTests
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

    private const string Person = """
        id: ashg
        kind: ASHG
        name: ASHG Noord
        region: noord
        certificate-subject: "CN=ashg"
        from: 2009-01-01
        until: 2014-12-31
        suspended: true
        register: true
        succeeded-by: pol
        contact: { function: dienst, telephone: "050" }

        """;

    private const string Fg = "id: fg\nname: Fg\nrole: fg\norganisation: ashg\ncertificate-subject: \"CN=fg\"\n";

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
        var covenant = ReadCovenant(Covenant, Changed(Decision, old, replacement))!;

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
        ReadCovenant(Changed(Covenant, old, replacement));

        Assert.Contains(code, Codes);
        Assert.All(_errors.ToImmutable(), static e => Assert.Equal("covenant/x/covenant.yaml", e.File));
    }

    [Fact]
    public void Covenant_SignOffOrDeclarationThatLacksSomething_DoesNotCount()
    {
        var covenant = ReadCovenant(Changed(Changed(Covenant, "by: stuurgroep, ", ""), "meldnummer: \"m1\", ", ""))!;

        Assert.Empty(covenant.SignedOff);
        Assert.Empty(covenant.Terms.PriorInvestigations);
    }

    [Fact]
    public void Covenant_Kindspoor_NamesEachPartyThatLacks()
    {
        ReadCovenant(Changed(Covenant, "regie: ashg\n", "regie: ashg\nannexes: [kindspoor]\n"));

        Assert.Equal(["BJZ or GI", "RVDK"], _errors.ToImmutable().Select(static e => e.Message.Split("kind ")[1].Split(" (")[0]).Order());
    }

    [Fact]
    public void Covenant_NotThere_SuggestsOne()
    {
        Assert.Null(new CovenantFiles(Files(("covenant/x/covenant.yaml", Covenant)), TestRules.Words, _errors).Read("xy"));
        Assert.Equal((PolicyErrorCodes.UnknownFile, "did you mean `x`?"), Assert.Single(_errors.ToImmutable().Select(static e => (e.Code, e.Suggestion))));
    }

    [Fact]
    public void Partner_InOrder_IsReadWhole()
    {
        var partner = ReadPartner(Person).Single(static p => p.Id.Value == "ashg");

        Assert.Empty(Codes);
        Assert.Equal(("ASHG", "ASHG Noord", "noord", "CN=ashg", "050", "dienst"), (partner.Kind.Code, partner.Name, partner.Region, partner.CertificateSubject, partner.Telephone, partner.ContactFunction));
        Assert.Equal((new DateOnly(2009, 1, 1), new DateOnly(2014, 12, 31), true, true, "pol"), (partner.From, partner.Until, partner.IsSuspended, partner.HasRegister, partner.SucceededBy?.Value));
        Assert.Equal((new string('a', 64), new string('b', 64)), (Assert.Single(partner.KeyPins), Assert.Single(partner.ShelterAddressHashes)));
    }

    [Theory]
    [InlineData("id: ashg", "id: ashgg", PolicyErrorCodes.NameMismatch)]
    [InlineData("id: ashg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("kind: ASHG", "kind: ASGH", PolicyErrorCodes.UnknownCode)]
    [InlineData("name: ASHG Noord\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("region: noord\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("certificate-subject: \"CN=ashg\"\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("function: dienst, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData(", telephone: \"050\"", "", PolicyErrorCodes.MissingKey)]
    [InlineData("telephone: \"050\"", "telephone: \"050\", fax: \"051\"", PolicyErrorCodes.UnknownKey)]
    [InlineData("contact: { function: dienst, telephone: \"050\" }\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("suspended: true", "suspend: true", PolicyErrorCodes.UnknownKey)]
    [InlineData("succeeded-by: pol", "succeeded-by: pool", PolicyErrorCodes.UnknownCode)]
    public void Partner_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        ReadPartner(Changed(Person, old, replacement));

        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData("role: fg", "role: gf", PolicyErrorCodes.UnknownCode)]
    [InlineData("organisation: ashg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("organisation: ashg", "organisation: amk", PolicyErrorCodes.UnknownCode)]
    [InlineData("name: Fg\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("certificate-subject: \"CN=fg\"\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("name: Fg", "name: Fg\nnaam: Fg", PolicyErrorCodes.UnknownKey)]
    [InlineData("id: fg", "id: pf", PolicyErrorCodes.NameMismatch)]
    public void Officer_OneLineWrong_IsReported(string old, string replacement, string code)
    {
        var officers = ReadOfficers(Changed(Fg, old, replacement));

        Assert.Equal(code, Assert.Single(Codes));
        Assert.Equal(code == PolicyErrorCodes.UnknownKey || old.StartsWith("organisation", StringComparison.Ordinal), officers.ContainsKey("fg"));
    }

    [Fact]
    public void Officer_OfTheOperator_NeedsNoOrganisation()
    {
        var officer = ReadOfficers(Changed(Changed(Fg, "organisation: ashg\n", ""), "role: fg", "role: beheer"))["fg"];

        Assert.Empty(Codes);
        Assert.Equal(("Fg", "CN=fg", "", CodeWords.Officer("beheer")), (officer.Name, officer.CertificateSubject, officer.Organisation.Value, officer.Role));
        Assert.Equal("ashg", ReadOfficers(Fg)["fg"].Organisation.Value);
    }

    [Theory]
    [InlineData("id: ashg\n", PolicyErrorCodes.MissingKey)]
    [InlineData("id: ashg\nspki: abc\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag\"]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: [abc]\n", PolicyErrorCodes.WrongShape)]
    [InlineData("id: ashg\nspki: []\npin: x\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("id: amk\nspki: []\n", PolicyErrorCodes.NameMismatch)]
    public void Pins_OneLineWrong_IsReported(string text, string code)
    {
        new PartnerFiles(Files(("pins/ashg.yaml", text)), TestRules.Words, _errors).Pins();

        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData("pins/-a.yaml", "id: -a\nspki: []\n")]
    [InlineData("pins/A.yaml", "id: A\nspki: []\n")]
    public void Pins_IdThatIsNoSlug_IsRefused(string path, string text)
    {
        Assert.Empty(new PartnerFiles(Files((path, text)), TestRules.Words, _errors).Pins());
        Assert.Equal(PolicyErrorCodes.WrongShape, Assert.Single(Codes));
    }

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
        var law = Changed(Case, "covenant: x", "layer: statute");
        var one = Assert.Single(ReadCases(Changed(law, "from: ashg, to: vo", "from: ASHG, to: VO")));

        Assert.Empty(Codes);
        Assert.Equal(("statute", "ashg", "vo"), (one.Covenant, one.Request.From.Value, one.Request.To.Value));
        ReadCases(Changed(Changed(law, "from: ashg, to: vo", "from: ASHG, to: VO"), "date: 2009-06-01, ", ""));
        Assert.Equal([PolicyErrorCodes.MissingKey], Codes);
    }

    [Fact]
    public void Case_OfTheLaw_NamesKindsInCapitals()
    {
        Assert.Empty(ReadCases(Changed(Case, "covenant: x", "layer: statute")));

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
        ReadCases(Changed(Case, old, replacement));

        Assert.Contains(code, Codes);
    }

    [Fact]
    public void Case_SameIdTwice_IsRefusedAtTheSecond()
    {
        ReadCases(Case + Case[Case.IndexOf("  - id", StringComparison.Ordinal)..]);

        Assert.Equal((PolicyErrorCodes.DuplicateId, 16), Assert.Single(_errors.ToImmutable().Select(static e => (e.Code, e.Line))));
    }

    [Theory]
    [InlineData("{}", 0b111u)]
    [InlineData("{ profiles: {} }", 0b111u)]
    [InlineData("{ profiles: { from: NL-2013 } }", 0b110u)]
    [InlineData("{ profiles: { until: NL-2013 } }", 0b001u)]
    [InlineData("{ profiles: { from: NL-2013, until: NL-2015 } }", 0b010u)]
    public void Profiles_FromAndUntil_AreBits(string text, uint expected)
    {
        Assert.Equal(expected, Profiles(text));
        Assert.Empty(Codes);
    }

    [Theory]
    [InlineData("{ profiles: { from: NL-2013, until: NL-2013 } }", PolicyErrorCodes.WrongShape)]
    [InlineData("{ profiles: { from: NL-2015, until: NL-2013 } }", PolicyErrorCodes.WrongShape)]
    [InlineData("{ profiles: { from: NL-2014 } }", PolicyErrorCodes.UnknownCode)]
    [InlineData("{ profiles: { to: NL-2013 } }", PolicyErrorCodes.UnknownKey)]
    public void Profiles_NoneBetweenOrUnknown_AreReported(string text, string code)
    {
        Assert.Equal(code == PolicyErrorCodes.WrongShape ? 0 : 0b111u, Profiles(text));
        Assert.Equal(code, Assert.Single(Codes));
    }

    [Theory]
    [InlineData("grounds.yaml", true)]
    [InlineData("operator.jws", true)]
    [InlineData("law/README.md", true)]
    [InlineData("law/x.yaml", true)]
    [InlineData("law/x.yml", false)]
    [InlineData("law/sub/x.yaml", false)]
    [InlineData("statute/x.yaml", false)]
    [InlineData("statute/x.rules.yaml", true)]
    [InlineData("covenant/x/covenant.yaml", true)]
    [InlineData("covenant/x/own.rules.yaml", true)]
    [InlineData("covenant/x/other.yaml", false)]
    [InlineData("covenant/x/decisions/a.yaml", true)]
    [InlineData("covenant/x/decisions/a.txt", false)]
    [InlineData("covenant/x/signatures/a.jws", true)]
    [InlineData("covenant/x/signatures/a.yaml", false)]
    [InlineData("covenant/x/other/a.yaml", false)]
    [InlineData("ground.yaml", false)]
    public void Check_Path_HasAMeaningOrIsRefused(string path, bool expected)
    {
        KnownPaths.Check(Files((path, "")), _errors);

        Assert.Equal(expected ? [] : [PolicyErrorCodes.UnknownFile], Codes);
    }

    [Fact]
    public void Errors_OfARun_AreInOrderAndOnce()
    {
        foreach (var (file, line, column) in new[] { ("b", 1, 1), ("a", 2, 1), ("a", 1, 2), ("a", 1, 1), ("a", 1, 1) })
        {
            _errors.Add("x", new Place(file, line, column), "text");
        }

        Assert.False(_errors.IsEmpty);
        Assert.Equal([("a", 1, 1), ("a", 1, 2), ("a", 2, 1), ("b", 1, 1)], _errors.ToImmutable().Select(static e => (e.File, e.Line, e.Column)));
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private static string Changed(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }

    private static PolicyFiles Files(params (string Path, string Text)[] files) =>
        new(files.ToImmutableSortedDictionary(static f => f.Path, static f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal));

    private CovenantSource? ReadCovenant(string text, string? decision = null)
    {
        var files = Files(("covenant/x/covenant.yaml", text), ("partners/ashg.yaml", "kind: ASHG"), ("partners/pol.yaml", "kind: POL"), ("partners/amk.yaml", "kind: AMK"));
        return new CovenantFiles(decision is null ? files : files.With("covenant/x/decisions/d.yaml", decision), TestRules.Words, _errors).Read("x");
    }

    private ImmutableArray<Partner> ReadPartner(string text)
    {
        var other = text.Contains("succeeded-by", StringComparison.Ordinal) ? Person.Replace("id: ashg", "id: pol", StringComparison.Ordinal).Replace("succeeded-by: pol\n", "", StringComparison.Ordinal) : Person;
        var reader = new PartnerFiles(
            Files(("partners/ashg.yaml", text), ("partners/pol.yaml", other), ("pins/ashg.yaml", $"id: ashg\nspki: [\"{new string('a', 64)}\"]\nshelter-addresses: [\"{new string('b', 64)}\"]\n")), TestRules.Words, _errors);
        return reader.Partners(reader.Pins()).Values;
    }

    private FrozenDictionary<string, Officer> ReadOfficers(string text) =>
        new PartnerFiles(Files(("officers/fg.yaml", text)), TestRules.Words, _errors).Officers([PartnerId.Parse("ashg")], FrozenDictionary<string, KeyPins>.Empty);

    private ImmutableArray<PolicyCase> ReadCases(string text) => CasesFile.ReadAll(Files(("cases/x.cases.yaml", text)), TestRules.Words, _errors);

    private uint Profiles(string text) => ProfileRange.Read(YamlMap.Root("x.yaml", Encoding.UTF8.GetBytes(text), _errors)!, TestRules.Words.Profiles, _errors);
}
