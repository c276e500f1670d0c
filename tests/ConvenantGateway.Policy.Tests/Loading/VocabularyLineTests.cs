namespace ConvenantGateway.Policy.Tests;

/// <summary>The lines of the closed lists, on files of a few lines: what they say, and that a line without one of its parts is left out.</summary>
public sealed class VocabularyLineTests
{
    private const string Parties = """
        parties:
          - { code: RECL, title: reclassering, english: probation, from: 2008-01-01, until: 2010-12-31, regimes: [WJSG], secrecy: official, note: x, designations: [{ article: "4:2", from: 2008-01-01, until: 2009-01-01 }] }
          - { code: POL, title: politie }

        """;

    private const string Purposes = """
        purposes:
          - { code: REFER, title: verwijzen, english: referring, note: x }
          - { code: TREAT, title: behandelen }

        """;

    private static readonly string Categories = "categories:\n" + string.Concat(CodeWords.Categories.Select(static c => $"  - {{ code: {c}, title: naam van {c}, wbp: ordinary, avg: ordinary, level: H1 }}\n"));

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Parties_AreAsTheyStand()
    {
        var kinds = Read("parties.yaml", Parties).Kinds;

        Assert.Empty(Codes("parties.yaml"));
        Assert.Equal(("reclassering", "probation", new DateOnly(2008, 1, 1), new DateOnly(2010, 12, 31)), (kinds["RECL"].Title, kinds["RECL"].English, kinds["RECL"].From, kinds["RECL"].Until));
        Assert.Equal(new Designation("4:2", new DateOnly(2008, 1, 1), new DateOnly(2009, 1, 1)), Assert.Single(kinds["RECL"].Designations));
        Assert.Equal(("politie", null, DateOnly.MinValue, null), (kinds["POL"].Title, kinds["POL"].English, kinds["POL"].From, kinds["POL"].Until));
    }

    [Theory]
    [InlineData("parties.yaml", Parties, "code: POL, ", "", PolicyErrorCodes.MissingKey, 1)]
    [InlineData("parties.yaml", Parties, ", title: politie", "", PolicyErrorCodes.MissingKey, 1)]
    [InlineData("parties.yaml", Parties, "code: POL,", "code: Pol,", PolicyErrorCodes.WrongShape, 1)]
    [InlineData("parties.yaml", Parties, "code: POL,", "code: RECL,", PolicyErrorCodes.DuplicateId, 1)]
    [InlineData("parties.yaml", Parties, "title: politie", "title: politie, x: z", PolicyErrorCodes.UnknownKey, 2)]
    [InlineData("parties.yaml", Parties, "until: 2009-01-01 }", "until: 2009-01-01, x: z }", PolicyErrorCodes.UnknownKey, 2)]
    [InlineData("parties.yaml", Parties, "article: \"4:2\", ", "", PolicyErrorCodes.MissingKey, 2)]
    [InlineData("parties.yaml", Parties, "from: 2008-01-01, until: 2009-01-01", "until: 2009-01-01", PolicyErrorCodes.MissingKey, 2)]
    [InlineData("purposes.yaml", Purposes, "code: TREAT, ", "", PolicyErrorCodes.MissingKey, 1)]
    [InlineData("purposes.yaml", Purposes, ", title: behandelen", "", PolicyErrorCodes.MissingKey, 1)]
    [InlineData("purposes.yaml", Purposes, "code: TREAT,", "code: \"TREAT \",", PolicyErrorCodes.WrongShape, 1)]
    [InlineData("purposes.yaml", Purposes, "title: behandelen", "title: behandelen, x: z", PolicyErrorCodes.UnknownKey, 2)]
    [InlineData("purposes.yaml", Purposes, "purposes:\n", "x: z\npurposes:\n", PolicyErrorCodes.UnknownKey, 2)]
    public void Read_OneThingWrong_IsToldOnceAndTheOthersStay(string path, string text, string old, string replacement, string code, int count)
    {
        var words = Read(path, ReaderFiles.Changed(text, old, replacement));

        Assert.Equal([code], Codes(path));
        Assert.Equal(count, path == "parties.yaml" ? words.Kinds.Count : words.Purposes.Count);
    }

    [Theory]
    [InlineData("{}\n", PolicyErrorCodes.MissingKey)]
    [InlineData("- een\n", PolicyErrorCodes.WrongShape)]
    public void Read_FileWithoutItsList_IsToldOnce(string text, string code)
    {
        Assert.Empty(Read("purposes.yaml", text).Purposes);
        Assert.Equal([code], Codes("purposes.yaml"));
    }

    [Fact]
    public void Read_Purposes_HaveTheirTitlesInBothLanguages()
    {
        var words = Read("purposes.yaml", Purposes);

        Assert.Empty(Codes("purposes.yaml"));
        Assert.Equal(("verwijzen", "behandelen"), (words.Purposes["REFER"], words.Purposes["TREAT"]));
        Assert.Equal("referring", Assert.Single(words.English).Value);
    }

    [Fact]
    public void Read_Categories_AreAllThereAndSomeSecret()
    {
        var words = Read("categories.yaml", ReaderFiles.Changed(Categories, "naam van D14, wbp: ordinary, avg: ordinary, level: H1", "naam van D14, wbp: ordinary, avg: ordinary, level: H3"));

        Assert.Empty(Codes("categories.yaml"));
        Assert.Equal((CategorySet.Count, "naam van D03", "D14"), (words.CategoryNames.Count, words.CategoryNames["D03"], words.Secret.ToString()));
    }

    [Theory]
    [InlineData("title: naam van D03, wbp", "wbp")]
    [InlineData("code: D03, ", "")]
    [InlineData("code: D03,", "code: D33,")]
    public void Read_CategoryWithoutOneOfItsParts_IsMissing(string old, string replacement)
    {
        Assert.Equal(CategorySet.Count - 1, Read("categories.yaml", ReaderFiles.Changed(Categories, old, replacement)).CategoryNames.Count);
        Assert.Equal(["the category `D03` is missing"], _errors.ToImmutable().Where(static e => e is { File: "categories.yaml", Line: 0 }).Select(static e => e.Message));
        Assert.Equal(2, Codes("categories.yaml").Count);
    }

    [Theory]
    [InlineData("wbp: ordinary")]
    [InlineData("avg: ordinary")]
    public void Read_CategoryWithOneOfItsTwoClasses_IsTold(string only)
    {
        Read("categories.yaml", ReaderFiles.Changed(Categories, "naam van D03, wbp: ordinary, avg: ordinary", $"naam van D03, {only}"));

        Assert.Equal([PolicyErrorCodes.MissingKey], Codes("categories.yaml"));
    }

    [Theory]
    [InlineData(63, 0)]
    [InlineData(64, 1)]
    public void Read_Grounds_AreAtMostSixtyThree(int count, int told)
    {
        Read("grounds.yaml", "grounds:\n" + string.Concat(Enumerable.Range(1, count).Select(static i => $"  - {{ code: G-{i}, title: t, evidence: [], about: optional }}\n")));

        Assert.Equal(Enumerable.Repeat(PolicyErrorCodes.TooManyRules, told), Codes("grounds.yaml"));
    }

    private List<string> Codes(string path) => [.. _errors.ToImmutable().Where(e => e.File == path).Select(static e => e.Code)];

    private Vocabulary Read(string path, string text) => new VocabularyFiles(ReaderFiles.Of((path, text)), _errors).Read();
}
