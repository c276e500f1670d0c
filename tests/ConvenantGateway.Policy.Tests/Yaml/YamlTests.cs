using System.Text;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The strict reading of YAML: what is taken, what is refused, and where the error points.</summary>
public sealed class YamlTests
{
    private readonly PolicyErrorList _errors = new();

    private IEnumerable<(string Code, int Line, int Column)> Errors => _errors.ToImmutable().Select(static e => (e.Code, e.Line, e.Column));

    [Fact]
    public void Read_NestedText_GivesNodesWithTheirPlaces()
    {
        var root = Assert.IsType<YamlNode.Mapping>(Read("a: b\nlist:\n  - one\n  - \"two\"\n"));

        Assert.Empty(Errors);
        Assert.Equal(["a", "list"], root.Entries.Select(static e => e.Key.Value));
        var list = Assert.IsType<YamlNode.Sequence>(root.Entries[1].Value);
        Assert.Equal([("one", true, 3, 5), ("two", false, 4, 5)], list.Items.Cast<YamlNode.Scalar>().Select(static s => (s.Value, s.IsPlain, s.Place.Line, s.Place.Column)));
    }

    [Theory]
    [InlineData("a: &x b\n", PolicyErrorCodes.ForbiddenYaml, 1, 4)]
    [InlineData("a: [&x b, *x]\n", PolicyErrorCodes.ForbiddenYaml, 1, 5)]
    [InlineData("a: !!str b\n", PolicyErrorCodes.ForbiddenYaml, 1, 4)]
    [InlineData("%YAML 1.2\n---\na: b\n", PolicyErrorCodes.ForbiddenYaml, 1, 1)]
    [InlineData("%TAG !e! tag:example.org,2000:\n---\na: b\n", PolicyErrorCodes.ForbiddenYaml, 1, 1)]
    [InlineData("a: b\n---\nc: d\n", PolicyErrorCodes.ForbiddenYaml, 2, 1)]
    [InlineData("a: b\nc: d\na: e\n", PolicyErrorCodes.DuplicateKey, 3, 1)]
    [InlineData("? [a]\n: b\n", PolicyErrorCodes.WrongShape, 1, 3)]
    [InlineData("a: [b\n", PolicyErrorCodes.Malformed, 2, 1)]
    public void Read_ForbiddenOrBrokenText_IsReportedAtItsPlace(string text, string code, int line, int column)
    {
        Read(text);

        Assert.Equal((code, line, column), Errors.First());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void Read_EmptyFile_HasNoRoot(string text)
    {
        Assert.Null(Read(text));
        Assert.Equal([(PolicyErrorCodes.Malformed, 0, 0)], Errors);
    }

    [Fact]
    public void Read_ExplicitDocumentStart_IsTaken()
    {
        Assert.NotNull(Read("---\na: b\n"));
        Assert.Empty(Errors);
    }

    [Fact]
    public void Read_NoUtf8_IsMalformed()
    {
        Assert.Null(YamlTree.Read("x.yaml", new byte[] { (byte)'a', 0xff }, _errors));
        Assert.Equal([(PolicyErrorCodes.Malformed, 0, 0)], Errors);
    }

    [Fact]
    public void Read_LargeFile_IsRefusedAboveOneMebibyte()
    {
        var most = Encoding.UTF8.GetBytes("a: " + new string('x', (1 << 20) - 3));

        Assert.NotNull(YamlTree.Read("x.yaml", most, _errors));
        Assert.Empty(Errors);
        Assert.Null(YamlTree.Read("x.yaml", (byte[])[.. most, (byte)'x'], _errors));
        Assert.Equal([(PolicyErrorCodes.Malformed, 0, 0)], Errors);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Read_DeepFile_IsRefusedBelowThirtyTwo(string open, string close)
    {
        string Deep(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, depth));

        Assert.NotNull(Read(Deep(32)));
        Assert.Empty(Errors);
        Assert.Null(Read(Deep(33)));
        Assert.Equal(PolicyErrorCodes.Malformed, Assert.Single(Errors).Code);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("No")]
    [InlineData("TRUE")]
    [InlineData("~")]
    [InlineData("12")]
    [InlineData("-1.5")]
    [InlineData("1e3")]
    [InlineData("0x1f")]
    [InlineData("2009-06-01")]
    public void Text_WordThatAnotherReaderGuessesAt_NeedsQuotes(string word)
    {
        Assert.Null(Map($"a: {word}\n").Text("a"));
        Assert.Equal([(PolicyErrorCodes.UntypedScalar, 1, 4)], Errors);
        Assert.Equal(word, Map($"a: \"{word}\"\n").Text("a"));
        Assert.Single(Errors);
    }

    [Theory]
    [InlineData("a:\n")]
    [InlineData("a: \"\"\n")]
    public void Text_NothingWritten_IsMissing(string text)
    {
        Assert.Null(Map(text).Text("a"));
        Assert.Equal(PolicyErrorCodes.UntypedScalar, Assert.Single(Errors).Code);
    }

    [Fact]
    public void Text_AbsentKey_IsReportedIfRequired()
    {
        var map = Map("b:\n  c: d\n");

        Assert.Null(map.Text("a", required: false));
        Assert.Empty(Errors);
        Assert.Null(map.Map("b")!.Text("a"));
        Assert.Equal([(PolicyErrorCodes.MissingKey, 2, 3)], Errors);
    }

    [Fact]
    public void Values_OfAnotherShape_AreReportedAndReadAsAbsent()
    {
        var map = Map("list: [a]\nmap: { a: b }\nword: c\nwords: [a, [b], c]\n");

        Assert.Null(map.Text("list"));
        Assert.Null(map.Map("word"));
        Assert.Empty(map.Maps("map"));
        Assert.Empty(map.Maps("list"));
        Assert.Empty(map.Words("map"));
        Assert.Equal(["a", "c"], map.Words("words").Select(static w => w.Value));
        Assert.Equal([(1, 7), (1, 8), (2, 6), (2, 6), (3, 7), (4, 12)], Errors.Select(static e => (e.Line, e.Column)));
        Assert.All(Errors, static e => Assert.Equal(PolicyErrorCodes.WrongShape, e.Code));
    }

    [Fact]
    public void Words_OneOrMany_AreAList()
    {
        var map = Map("one: a\nmany: [a, b, a, \"\", no]\n");

        Assert.Equal(["a"], map.Words("one").Select(static w => w.Value));
        Assert.Empty(map.Words("none"));
        Assert.Empty(Errors);
        Assert.Equal(["a", "b"], map.Words("many").Select(static w => w.Value));
        Assert.Equal([(PolicyErrorCodes.DuplicateKey, 14), (PolicyErrorCodes.UntypedScalar, 17), (PolicyErrorCodes.UntypedScalar, 21)], Errors.Select(static e => (e.Code, e.Column)));
        Assert.Empty(map.Words("gone", required: true));
        Assert.Equal((PolicyErrorCodes.MissingKey, 1, 1), Errors.First());
    }

    [Fact]
    public void Codes_UnknownWord_IsLeftOutWithASuggestion()
    {
        var map = Map("a: [push, pusch]\nb: red\n");

        Assert.Equal(["push"], map.Codes("a", CodeWords.Initiatives, "initiative").Select(static w => w.Value));
        Assert.Null(map.Code("b", CodeWords.Initiatives, "initiative"));
        Assert.Equal(["did you mean `push`?", "did you mean `read`?"], _errors.ToImmutable().Select(static e => e.Suggestion));
        Assert.All(_errors.ToImmutable(), static e => Assert.Equal(PolicyErrorCodes.UnknownCode, e.Code));
    }

    [Fact]
    public void Flag_TrueFalseOrAbsent_AndNothingElse()
    {
        var map = Map("yes: true\nno: false\nquoted: \"true\"\nother: True\nlist: [true]\n");

        Assert.True(map.Flag("yes"));
        Assert.False(map.Flag("no"));
        Assert.False(map.Flag("absent"));
        Assert.Empty(Errors);
        Assert.False(map.Flag("quoted") || map.Flag("other") || map.Flag("list"));
        Assert.Equal([3, 4, 5], Errors.Select(static e => e.Line));
    }

    [Fact]
    public void Number_Bounds_AreWithin()
    {
        var map = Map("a: 1\nb: 10\nc: 0\nd: 11\ne: \"5\"\nf: +5\ng: [5]\n");

        Assert.Equal([1, 10, null], new[] { "a", "b", "absent" }.Select(k => map.Number(k, 1, 10)));
        Assert.Empty(Errors);
        Assert.All(new[] { "c", "d", "e", "f", "g" }, k => Assert.Null(map.Number(k, 1, 10)));
        Assert.Equal([3, 4, 5, 6, 7], Errors.Select(static e => e.Line));
    }

    [Fact]
    public void Date_OneForm_IsTaken()
    {
        var map = Map("a: 2009-06-01\nb: 1-6-2009\nc: [2009-06-01]\n");

        Assert.Equal(new DateOnly(2009, 6, 1), map.Date("a"));
        Assert.Null(map.Date("absent", required: false));
        Assert.Empty(Errors);
        Assert.Null(map.Date("b"));
        Assert.Null(map.Date("c"));
        Assert.Null(map.Date("gone"));
        Assert.Equal([(PolicyErrorCodes.MissingKey, 1), (PolicyErrorCodes.WrongShape, 2), (PolicyErrorCodes.WrongShape, 3)], Errors.Select(static e => (e.Code, e.Line)));
    }

    [Fact]
    public void Done_KeysThatNobodyAskedFor_AreReportedWithASuggestion()
    {
        var map = Map("title: a\ntitel: b\nnote: c\n");
        _ = map.Text("title");
        _ = map.Has("note");

        map.Done();

        var error = Assert.Single(_errors.ToImmutable());
        Assert.Equal((PolicyErrorCodes.UnknownKey, 2, "did you mean `title`?"), (error.Code, error.Line, error.Suggestion));
    }

    [Fact]
    public void Entries_OfAMapping_CountAsAsked()
    {
        var map = Map("a: b\nc: d\n");

        Assert.Equal(["a", "c"], map.Entries().Select(static e => e.Key.Value));
        map.Done();
        Assert.Empty(Errors);
        Assert.True(map.Has("a"));
        Assert.False(map.Has("b"));
        Assert.Equal((2, 4), (map.PlaceOf("c").Line, map.PlaceOf("c").Column));
        Assert.Equal(map.Place, map.PlaceOf("e"));
    }

    [Fact]
    public void Root_NoMapping_IsRefused()
    {
        Assert.Null(YamlMap.Root("x.yaml", Encoding.UTF8.GetBytes("[a]"), _errors));
        Assert.Equal([(PolicyErrorCodes.WrongShape, 1, 1)], Errors);
    }

    [Theory]
    [InlineData("consnet", "consent")]
    [InlineData("CONSENT", "consent")]
    [InlineData("abc", "abx")]
    [InlineData("ac", "ad")]
    [InlineData("xyz", null)]
    [InlineData("abcdefxxx", "abcdefghi")]
    [InlineData("abcdexxxx", null)]
    public void Find_MistypedWord_IsTheNearestThatIsNear(string word, string? expected) => Assert.Equal(expected, Nearest.Find(word, ["zonsent", "consent", "abcdefghi", "abx", "ad"]));

    [Fact]
    public void Find_EquallyNear_IsTheFirstInOrder() => Assert.Equal("bat", Nearest.Find("xat", ["cat", "bat"]));

    [Fact]
    public void Find_LongWord_HasNoNeighbourAboveTwoHundred()
    {
        var most = new string('x', 200);

        Assert.Equal(most, Nearest.Find(most, [most]));
        Assert.Null(Nearest.Find(most + "x", [most]));
        Assert.Null(Nearest.Suggest("consent", []));
    }

    [Theory]
    [InlineData("R-46a.1", true)]
    [InlineData("R", true)]
    [InlineData("-R", false)]
    [InlineData("R-", false)]
    [InlineData("R..1", false)]
    [InlineData("R\n", false)]
    public void IsRuleId_Text_IsSlugsAndPoints(string id, bool expected) => Assert.Equal(expected, YamlWords.IsRuleId(id));

    [Fact]
    public void IsCode_Length_IsAtMostSixtyFour()
    {
        Assert.True(YamlWords.IsCode(new string('A', 64)));
        Assert.False(YamlWords.IsCode(new string('A', 65)));
        Assert.True(YamlWords.IsRuleId(new string('A', 64)));
        Assert.False(YamlWords.IsRuleId(new string('A', 65)));
    }

    private YamlNode? Read(string text) => YamlTree.Read("x.yaml", Encoding.UTF8.GetBytes(text), _errors);

    private YamlMap Map(string text) => YamlMap.Root("x.yaml", Encoding.UTF8.GetBytes(text), _errors)!;
}
