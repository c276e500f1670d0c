using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Policy files that try to slip something past their readers: look-alikes, doubles, edges. Each is an error with a place, never an exception.</summary>
[Trait("Mutants", "last")]
public sealed class HostileFilesTests
{
    private const string Covenant = "covenant/modelconvenant-2009/covenant.yaml";

    [Theory]
    [InlineData("purposes.yaml", "purposes:\n", "purposes:\n  - { code: R\u0415FER, title: verwijzen }\n")]
    [InlineData("parties.yaml", "  - code: ASHG\n", "  - code: ashg\n    title: steunpunt\n  - code: ASHG\n")]
    [InlineData("parties.yaml", "  - code: ASHG\n", "  - code: \"A SHG\"\n    title: steunpunt\n  - code: ASHG\n")]
    [InlineData("grounds.yaml", "  - code: G-DUTY\n", "  - code: G\u2011DUTY\n    title: plicht\n    evidence: []\n    about: optional\n  - code: G-DUTY\n")]
    [InlineData("statute/police.rules.yaml", "  - id: R-01\n", "  - id: \"R\u201101\"\n")]
    [InlineData("statute/police.rules.yaml", "  - id: R-01\n", "  - id: \"R-01\\n\"\n")]
    public void Load_LookAlikeCode_IsRefused(string path, string old, string replacement) =>
        Assert.Contains(Errors(PolicyRoot.Files.With(path, old, replacement)), e => e.Code == PolicyErrorCodes.WrongShape && e.File == path);

    [Fact]
    public void Load_SameRuleDeclaredTwice_IsRefused()
    {
        var files = PolicyRoot.Files.With(Covenant, "voorafgaandOnderzoek:\n", "voorafgaandOnderzoek:\n  - { rule: R-29.2, partner: ziekenhuis-noord, onderdeel: \"31(1)(c)\", meldnummer: \"m1\", verklaring: rechtmatig, datum: 2010-01-05 }\n");

        Assert.Contains(Errors(files), e => e.Code == PolicyErrorCodes.DuplicateId && e.File == Covenant);
    }

    [Theory]
    [InlineData("voorafgaandOnderzoek: \"31(1)(c)\"")]
    [InlineData("emergency: true")]
    [InlineData("onward: [WPG]")]
    [InlineData("warn-without: [meldcode]")]
    public void Load_ProhibitionWithACondition_IsRefused(string key)
    {
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/deny.rules.yaml", $"""
            rules:
              - id: M-99
                title: verbod
                from: any
                to: any
                purpose: any
                by: push
                prohibit: true
                {key}
                mark: sourced
                sources: [ law: BWBR0022463, article: "7(2)", text: 2017-05-10 ]
            """.Replace("[ law", "[{ law", StringComparison.Ordinal).Replace("05-10 ]", "05-10 }]", StringComparison.Ordinal));

        Assert.Contains(Errors(files), e => e.Code == PolicyErrorCodes.RuleIncomplete && e.Message.Contains("denies always", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_ExceptionForNoRule_IsRefused()
    {
        var files = PolicyRoot.Files.With("invariants.yaml", "    except: [R-41]\n", "    except: [R-41, M-47x]\n");

        Assert.Contains(Errors(files), e => e.Code == PolicyErrorCodes.UnknownCode && e.Message.Contains("`M-47x`", StringComparison.Ordinal));
        Assert.Contains(PolicyLoader.LoadStatute(files).Errors, e => e.Message.Contains("`M-47x`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("partners/bad-unknown-ca.yaml", "id: bad-unknown-ca\n", "...\n")]
    [InlineData("statute/care.rules.yaml", "categories: [D01, D02, D04, D06, D07, D08]", "categories: [D\n01, D02, D04, D06, D07, D08]")]
    [InlineData("elements/Observation.yaml", "  - { path: device, as: withheld }", "  - { path: any")]
    public void Load_TextThatTheScannerCannotTake_IsMalformed(string path, string old, string replacement) =>
        Assert.Contains(Errors(PolicyRoot.Files.With(path, old, replacement)), e => e.Code == PolicyErrorCodes.Malformed && e.File == path);

#if !MUTATION
    [Fact]
    public void Load_TextsOfAMegabyte_AreRefusedSoon()
    {
        var many = string.Join(", ", Enumerable.Range(0, 120_000).Select(static i => $"x{i}"));
        var one = new string('x', 900_000);

        Assert.NotEmpty(Errors(PolicyRoot.Files.With(Covenant, "purposes: [", $"purposes: [{one}, ")));
        Assert.NotEmpty(Errors(PolicyRoot.Files.With(Covenant, "parties:\n", $"parties: [{many}]\nregie: [{many[..500_000]}]\n")));
    }
#endif

    [Theory]
    [InlineData("2009-02-30")]
    [InlineData("2009-2-3")]
    [InlineData("99999-01-01")]
    [InlineData("２００９-02-01")]
    [InlineData("\"2009-02-01 \"")]
    public void Load_NoDate_IsRefused(string date) =>
        Assert.Contains(Errors(PolicyRoot.Files.With(Covenant, "from: 2009-02-01", $"from: {date}")), e => e.Code == PolicyErrorCodes.WrongShape && e.File == Covenant);

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("modelconvenant-2009/..")]
    [InlineData("")]
    public void Load_CovenantThatIsAPath_IsNotThere(string covenant) =>
        Assert.Contains(PolicyLoader.Load(PolicyRoot.Files, PolicyRoot.Options(covenant)).Errors, e => e.Code == PolicyErrorCodes.UnknownFile);

    [Fact]
    public void Load_RuleOfTheLawNamedAgainInTheCovenant_IsRefused()
    {
        var text = Encoding.UTF8.GetString(PolicyRoot.Files.Files["covenant/modelconvenant-2009/overleg.rules.yaml"].Span);
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/overleg.rules.yaml", text.Replace("- id: M-47", "- id: R-41", StringComparison.Ordinal));

        Assert.Contains(Errors(files), e => e.Code == PolicyErrorCodes.DuplicateId);
    }

    [Fact]
    public void Load_RuleThatNarrowsARuleOfTheCovenant_IsRefused()
    {
        var text = Encoding.UTF8.GetString(PolicyRoot.Files.Files["covenant/modelconvenant-2009/overleg.rules.yaml"].Span);
        var files = PolicyRoot.Files.With("covenant/modelconvenant-2009/overleg.rules.yaml", text.Replace("narrows: R-47", "narrows: M-47", StringComparison.Ordinal));

        Assert.Contains(Errors(files), e => e.Code == PolicyErrorCodes.Widening);
    }

    private static ImmutableArray<PolicyError> Errors(PolicyFiles files) => PolicyLoader.Load(files, PolicyRoot.Options(PolicyRoot.Wbp)).Errors;
}
