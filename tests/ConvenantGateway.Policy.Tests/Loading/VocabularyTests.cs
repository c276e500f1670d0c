namespace ConvenantGateway.Policy.Tests;

/// <summary>The closed lists of the folder: what is read of them, and each line that is refused.</summary>
[Trait("Mutants", "last")]
public sealed class VocabularyTests
{
    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_OwnFolder_KnowsWhatItSays()
    {
        var words = new VocabularyFiles(PolicyRoot.Files, _errors).Read();

        Assert.True(_errors.IsEmpty);
        Assert.Equal(("NL-2007", new DateOnly(2007, 6, 25)), (words.Profiles[0].Code, words.Profiles[0].From));
        Assert.Equal((-1, 0, 2, 2), (words.ProfileAt(new DateOnly(2007, 6, 24)), words.ProfileAt(new DateOnly(2007, 6, 25)), words.ProfileAt(new DateOnly(2009, 1, 1)), words.ProfileAt(new DateOnly(2012, 2, 8))));
        Assert.Equal(("huisarts", "general practitioner", DateOnly.MinValue, null), (words.Kinds["HA"].Title, words.Kinds["HA"].English, words.Kinds["HA"].From, words.Kinds["HA"].Until));
        Assert.Equal(("4:2(1)(g)", new DateOnly(2008, 1, 1), null), (words.Kinds["RECL"].Designations[0].Article, words.Kinds["RECL"].Designations[0].From, words.Kinds["RECL"].Designations[0].Until));
        Assert.False(words.Kinds["ASHG"].ExistsAt(new DateOnly(2015, 1, 1)));
        Assert.True(words.Kinds["ASHG"].ExistsAt(new DateOnly(2014, 12, 31)));
        Assert.False(words.Kinds["RECL"].IsDesignatedAt(new DateOnly(2007, 12, 31)));
        Assert.True(words.Kinds["RECL"].IsDesignatedAt(new DateOnly(2008, 1, 1)));
        Assert.Equal(("verwijzen naar hulp", "referring to help"), (words.Purposes["REFER"], words.English["REFER"]));
        Assert.Equal(CategorySet.Count, words.CategoryNames.Count);
        Assert.True(words.Secret.Contains(CategorySet.Of(14)));
        Assert.False(words.Secret.Overlaps(CategorySet.Of(1) | CategorySet.Of(2)));
        var consent = words.Grounds["G-CONSENT"];
        Assert.Equal(("toestemming", Evidence.Consent, true), (consent.Title, consent.Demands, consent.DemandsAbout));
        Assert.Equal((23, 9, (1u << words.Profiles.Length) - 1), (consent.UsedBy.Length, consent.Articles.Length, consent.Profiles));
        Assert.False(words.Grounds["G-CONTRACT"].DemandsAbout);
        Assert.Equal("full", words.Laws[("BWBR0024649", "2(4)", new DateOnly(2017, 5, 10))].Read);
        Assert.Equal("Wet tijdelijk huisverbod", words.LawTitles["BWBR0024649"]);
        var police = words.Onward.Single(static o => o.Origin == DataOrigins.Wpg);
        Assert.Equal((true, "D03 D05 D10 D11 D12 D21", 2), (police.WithinArticle20, police.Never.ToString(), police.Sources.Length));
        Assert.Equal(Evidence.SourceDecision, words.Onward.Single(static o => o.Origin == DataOrigins.Medical).Evidence);
        Assert.Equal((25, "enforced"), (words.Clauses.Length, words.Clauses[0].Held));
    }

    [Theory]
    [InlineData("profiles.yaml", "code: NL-2008, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("profiles.yaml", "from: 2008-01-01", "from: 2007-06-25", PolicyErrorCodes.WrongShape)]
    [InlineData("profiles.yaml", "from: 2008-01-01", "from: 2008-01-01, until: 2007-12-31", PolicyErrorCodes.WrongShape)]
    [InlineData("profiles.yaml", "from: 2008-01-01", "from: 2008-01-01, to: x", PolicyErrorCodes.UnknownKey)]
    [InlineData("profiles.yaml", ", title: Wet tijdelijk huisverbod", "", PolicyErrorCodes.MissingKey)]
    [InlineData("profiles.yaml", "profiles:\n", "other: x\nprofiles:\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("parties.yaml", "code: ZH,", "code: HA,", PolicyErrorCodes.DuplicateId)]
    [InlineData("parties.yaml", "title: ziekenhuis, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("parties.yaml", "english: hospital, regimes: [WGBO", "english: hospital, regimes: [WGBOO", PolicyErrorCodes.UnknownCode)]
    [InlineData("parties.yaml", "secrecy: official }", "secrecy: some }", PolicyErrorCodes.UnknownCode)]
    [InlineData("parties.yaml", "secrecy: official }", "secrecy: official, x: z }", PolicyErrorCodes.UnknownKey)]
    [InlineData("parties.yaml", "article: \"4:2(1)(g)\", ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("parties.yaml", "tasks: \"de werkzaamheden", "task: \"de werkzaamheden", PolicyErrorCodes.UnknownKey)]
    [InlineData("purposes.yaml", "code: ACUTE,", "code: ADVICE,", PolicyErrorCodes.DuplicateId)]
    [InlineData("purposes.yaml", "english: averting", "englisch: averting", PolicyErrorCodes.UnknownKey)]
    [InlineData("categories.yaml", "code: D01,", "code: D02,", PolicyErrorCodes.DuplicateId)]
    [InlineData("categories.yaml", "code: D01,", "code: D27,", PolicyErrorCodes.UnknownCode)]
    [InlineData("categories.yaml", "wbp: ordinary, avg: ordinary, level: H1", "avg: ordinary, level: H1", PolicyErrorCodes.MissingKey)]
    [InlineData("categories.yaml", "wbp: ordinary, avg: ordinary, level: H1", "wbp: ordinary, avg: other, level: H1", PolicyErrorCodes.UnknownCode)]
    [InlineData("categories.yaml", "level: H1 }", "level: H5 }", PolicyErrorCodes.UnknownCode)]
    [InlineData("categories.yaml", "level: H1 }", "level: H1, x: z }", PolicyErrorCodes.UnknownKey)]
    [InlineData("grounds.yaml", "code: G-CONTRACT", "code: G-CONSENT", PolicyErrorCodes.DuplicateId)]
    [InlineData("grounds.yaml", "about: optional", "about: never", PolicyErrorCodes.UnknownCode)]
    [InlineData("grounds.yaml", "used-by: [HA,", "used-by: [HAA,", PolicyErrorCodes.UnknownCode)]
    [InlineData("grounds.yaml", "era: wbp }", "era: old }", PolicyErrorCodes.UnknownCode)]
    [InlineData("grounds.yaml", "era: wbp }", "era: wbp, x: z }", PolicyErrorCodes.UnknownKey)]
    [InlineData("grounds.yaml", "article: \"8(b)\"", "article: \"8(z)\"", PolicyErrorCodes.UnknownLaw)]
    [InlineData("grounds.yaml", "about: optional", "about: optional\n    x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("law/BWBR0024649.yaml", "bwb: BWBR0024649", "bwb: BWBR0024648", PolicyErrorCodes.NameMismatch)]
    [InlineData("law/BWBR0024649.yaml", "read: secondary", "read: half", PolicyErrorCodes.UnknownCode)]
    [InlineData("law/BWBR0024649.yaml", "\"2(4)\", text", "\"2(3)\", text", PolicyErrorCodes.DuplicateId)]
    [InlineData("law/BWBR0024649.yaml", "says: \"de aangewezen", "says: \"x\", why: \"de aangewezen", PolicyErrorCodes.UnknownKey)]
    [InlineData("law/BWBR0024649.yaml", "bwb: ", "x: z\nbwb: ", PolicyErrorCodes.UnknownKey)]
    [InlineData("onward.yaml", "origin: MEDICAL", "origin: WPG", PolicyErrorCodes.DuplicateId)]
    [InlineData("onward.yaml", "origin: MEDICAL", "origin: OTHER", PolicyErrorCodes.MissingKey)]
    [InlineData("onward.yaml", "    article20: true\n", "    article20: true\n    x: z\n", PolicyErrorCodes.UnknownKey)]
    [InlineData("onward.yaml", "mark: derived", "mark: maybe", PolicyErrorCodes.UnknownCode)]
    [InlineData("onward.yaml", "article: \"20(2)\"", "article: \"20(9)\"", PolicyErrorCodes.UnknownLaw)]
    [InlineData("clauses.yaml", "held: recorded", "held: somehow", PolicyErrorCodes.UnknownCode)]
    [InlineData("clauses.yaml", "clause: C1,", "clause: C26,", PolicyErrorCodes.MissingKey)]
    [InlineData("clauses.yaml", "held: not-yet,", "held: not-yet, x: z,", PolicyErrorCodes.UnknownKey)]
    [InlineData("invariants.yaml", "    then: { never: [D05] }\n", "", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "then: { never: [D05], deny: true }", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "then: { never: [D05], x: z }", PolicyErrorCodes.UnknownKey)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "then: { never: [D55] }", PolicyErrorCodes.UnknownCode)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "then: { property: unknown }", PolicyErrorCodes.UnknownCode)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "when: { from: [ZZ] }\n    then: { never: [D05] }", PolicyErrorCodes.UnknownCode)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "when: { x: z }\n    then: { never: [D05] }", PolicyErrorCodes.UnknownKey)]
    [InlineData("invariants.yaml", "then: { never: [D05] }", "elsewhere: hier\n    then: { never: [D05] }", PolicyErrorCodes.RuleIncomplete)]
    [InlineData("invariants.yaml", "invariants:\n", "invariants:\n  - { id: I-01, title: x, from-text: x, then: { deny: true } }\n", PolicyErrorCodes.DuplicateId)]
    public void Read_OneLineWrong_IsReported(string path, string old, string replacement, string code)
    {
        new VocabularyFiles(PolicyRoot.Files.With(path, old, replacement), _errors).Read();

        Assert.Contains(_errors.ToImmutable(), e => e.Code == code && e.File == path);
    }

    [Theory]
    [InlineData("profiles.yaml")]
    [InlineData("parties.yaml")]
    [InlineData("purposes.yaml")]
    [InlineData("categories.yaml")]
    [InlineData("grounds.yaml")]
    [InlineData("onward.yaml")]
    [InlineData("clauses.yaml")]
    [InlineData("invariants.yaml")]
    public void Read_FileMissing_IsReported(string path)
    {
        new VocabularyFiles(new PolicyFiles(PolicyRoot.Files.Files.Remove(path)), _errors).Read();

        Assert.Contains(_errors.ToImmutable(), e => e is { Code: PolicyErrorCodes.UnknownFile, Line: 0 } && e.File == path);
    }
}
