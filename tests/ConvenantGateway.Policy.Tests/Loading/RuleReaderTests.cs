using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>*.rules.yaml</c>, on a rule of a few lines: what it reads, and each line that it refuses.</summary>
public sealed class RuleReaderTests
{
    private const string Text = """
        rules:
          - id: R-1
            title: proef
            from: [ASHG]
            to: [VO, AMK]
            purpose: REFER
            by: push
            grounds: [G-LEGIT]
            release:
              kind: { categories: [D01], level: L1, basis: G-CONSENT, withheld: { D02: niet nodig } }
              zaak: { categories: [D09] }
            withheld: { D05: nooit }
            never: [D11]
            mark: sourced
            sources:
              - { law: BWBR1, article: "2", text: 2009-01-01 }

        """;

    private static readonly Vocabulary Words = TestRules.Words with
    {
        Laws = new[] { new LawReference("BWBR1", "2", new DateOnly(2009, 1, 1), "full"), new LawReference("BWBR1", "3", new DateOnly(2009, 1, 1), "not-read") }
            .ToFrozenDictionary(static l => (l.Bwb, l.Article, l.Text)),
    };

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Rule_HasWhatItsLinesSay()
    {
        var rule = Assert.Single(Read(Text));

        Assert.Empty(Codes);
        Assert.Equal(("R-1", "proef", RuleHolder.None, 0b111u, false, false), (rule.Id, rule.Title, rule.Holder, rule.Profiles, rule.IsProhibition, rule.IsDerived));
        Assert.Equal(["VO", "AMK"], rule.To);
        Assert.Equal([(BetrokkeneRol.Onbekend, "D05", "nooit"), (BetrokkeneRol.Kind, "D02", "niet nodig")], rule.Withheld.Select(static w => (w.Rol, w.Category.ToString(), w.Text)));
        Assert.Equal(
            [(BetrokkeneRol.Kind, "D01", StatusLevel.L1, "G-CONSENT"), (BetrokkeneRol.Zaak, "D09", StatusLevel.L0, null)], rule.Release.Select(static r => (r.Rol, r.Categories.ToString(), r.Level, r.Basis)));
        Assert.Equal("2", Assert.Single(rule.Sources).Article);
    }

    [Theory]
    [InlineData("from: [ASHG]", "from: any", PolicyErrorCodes.UnknownCode)]
    [InlineData("to: [VO, AMK]", "to: any", PolicyErrorCodes.UnknownCode)]
    [InlineData("purpose: REFER", "purpose: any", PolicyErrorCodes.UnknownCode)]
    [InlineData("    from: [ASHG]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    to: [VO, AMK]\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    purpose: REFER\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    by: push\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    title: proef\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("    mark: sourced\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("D05: nooit", "D99: nooit", PolicyErrorCodes.UnknownCode)]
    [InlineData("D05: nooit", "D99: [nooit]", PolicyErrorCodes.UnknownCode)]
    [InlineData("D05: nooit", "D05: [nooit]", PolicyErrorCodes.WrongShape)]
    [InlineData("D05: nooit", "D05: no", PolicyErrorCodes.UntypedScalar)]
    [InlineData("withheld: { D05: nooit }", "withheld: nooit", PolicyErrorCodes.WrongShape)]
    [InlineData("zaak: {", "zaken: {", PolicyErrorCodes.UnknownCode)]
    [InlineData("zaak: { categories: [D09] }", "zaak: [D09]", PolicyErrorCodes.WrongShape)]
    [InlineData("zaak: { categories: [D09] }", "zaak: {}", PolicyErrorCodes.MissingKey)]
    [InlineData("level: L1", "level: L9", PolicyErrorCodes.UnknownCode)]
    [InlineData("basis: G-CONSENT", "basis: G-NONE", PolicyErrorCodes.UnknownCode)]
    [InlineData("level: L1", "level: L1, x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("mark: sourced", "mark: sourced\n    x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("mark: sourced", "mark: sourced\n    narrows: R-2", PolicyErrorCodes.UnknownKey)]
    [InlineData("rules:\n", "x: z\nrules:\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("  - id: R-1\n    title", "  - title", PolicyErrorCodes.MissingKey)]
    [InlineData("id: R-1\n", "id: R--1\n", PolicyErrorCodes.WrongShape)]
    public void Read_OneLineWrong_IsToldOnce(string old, string replacement, string code)
    {
        Read(ReaderFiles.Changed(Text, old, replacement));

        Assert.Equal([code], Codes);
    }

    [Theory]
    [InlineData("    sources:\n      - { law: BWBR1, article: \"2\", text: 2009-01-01 }\n", "", PolicyErrorCodes.MissingKey)]
    [InlineData("sources:\n      - { law: BWBR1, article: \"2\", text: 2009-01-01 }", "sources: []", PolicyErrorCodes.MissingKey)]
    [InlineData("text: 2009-01-01 }", "text: 2009-01-01, x: z }", PolicyErrorCodes.UnknownKey)]
    [InlineData("text: 2009-01-01 }", "text: 2009-01-01 }\n      - { law: BWBR1, article: \"9\", text: 2009-01-01 }", PolicyErrorCodes.UnknownLaw)]
    [InlineData("text: 2009-01-01 }", "text: 2009-01-01 }\n      - { article: \"2\", text: 2009-01-01 }", PolicyErrorCodes.MissingKey)]
    [InlineData("text: 2009-01-01 }", "text: 2009-01-01 }\n      - { law: BWBR1, text: 2009-01-01 }", PolicyErrorCodes.MissingKey)]
    [InlineData("text: 2009-01-01 }", "text: 2009-01-01 }\n      - { law: BWBR1, article: \"2\" }", PolicyErrorCodes.MissingKey)]
    public void Read_SourceWrong_IsToldOnce(string old, string replacement, string code)
    {
        Read(ReaderFiles.Changed(Text, old, replacement));

        Assert.Equal([code], Codes);
    }

    [Theory]
    [InlineData("article: \"3\", text: 2009-01-01 }", true)]
    [InlineData("article: \"3\", text: 2009-01-01 }\n      - { law: BWBR1, article: \"2\", text: 2009-01-01 }", false)]
    public void Read_RuleWhoseSourcesNobodyRead_IsDerived(string sources, bool expected) =>
        Assert.Equal(expected, Assert.Single(Read(ReaderFiles.Changed(Text, "article: \"2\", text: 2009-01-01 }", sources))).IsDerived);

    [Fact]
    public void Read_RuleWithoutSources_IsNotDerivedForThat() =>
        Assert.False(Assert.Single(Read(ReaderFiles.Changed(Text, "sources:\n      - { law: BWBR1, article: \"2\", text: 2009-01-01 }", "sources: []"))).IsDerived);

    [Fact]
    public void Read_ProhibitionForAny_IsForAllInOrder()
    {
        var rule = Assert.Single(Read("""
            rules:
              - { id: R-1, title: proef, from: [any, POL], to: any, purpose: any, by: push, prohibit: true, mark: sourced, sources: [{ law: BWBR1, article: "2", text: 2009-01-01 }] }

            """));

        Assert.Empty(Codes);
        Assert.Equal(["AMK", "ASHG", "POL", "VO"], rule.From);
        Assert.Equal(["REFER", "TREAT"], rule.Purposes);
        Assert.Empty(rule.Release);
    }

    private List<string> Codes => [.. _errors.ToImmutable().Select(static e => e.Code)];

    private ImmutableArray<Rule> Read(string text) => new RulesFile(Words, _errors).Read("statute/x.rules.yaml", Encoding.UTF8.GetBytes(text), isCovenant: false);
}
