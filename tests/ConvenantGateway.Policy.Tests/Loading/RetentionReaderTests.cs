using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>retention.yaml</c> and of what a covenant shortens.</summary>
public sealed class RetentionReaderTests
{
    private const string Text = """
        retention:
          - id: RET-LOG
            title: overal
            record: log
            years: 5
            review: true
            mark: derived
          - id: RET-LOG-POL
            title: politie
            record: log
            parties: [POL]
            profiles: { until: NL-2 }
            months: 18
            least: true
            mark: sourced
            sources:
              - law: BWBR1
                article: "2"
                text: 2009-01-01

        """;

    private static readonly ImmutableArray<Profile> Profiles = [new("NL-1", new DateOnly(2009, 1, 1)), new("NL-2", new DateOnly(2015, 1, 1))];

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Rows_AreAsTheyStand()
    {
        var schedule = Read(Text);

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal([(60, false, true, true, 0), (18, true, false, false, 1)], schedule.Terms.Select(static t => (t.Months, t.IsLeast, t.NeedsReview, t.IsDerived, t.Sources.Length)));
    }

    [Theory]
    [InlineData("log", "POL", "2010-01-01", "RET-LOG-POL")]
    [InlineData("log", "POL", "2015-01-01", "RET-LOG")]
    [InlineData("log", "HA", "2010-01-01", "RET-LOG")]
    [InlineData("log", null, "2010-01-01", "RET-LOG")]
    [InlineData("log", "POL", "2008-12-31", null)]
    [InlineData("dossier", "POL", "2010-01-01", null)]
    public void Find_RecordKindAndDay_GivesTheRowThatGoverns(string record, string? kind, string day, string? id) =>
        Assert.Equal(id, Read(Text).Find(record, kind is null ? null : new PartyKind(kind), DateOnly.ParseExact(day, "yyyy-MM-dd"))?.Id);

    [Theory]
    [InlineData("    years: 5\n", "    years: 5\n    months: 6\n", PolicyErrorCodes.MissingKey, 2, 5)]
    [InlineData("    years: 5\n", "", PolicyErrorCodes.MissingKey, 2, 5)]
    [InlineData("years: 5", "years: 0", PolicyErrorCodes.WrongShape, 5, 12)]
    [InlineData("years: 5", "years: 101", PolicyErrorCodes.WrongShape, 5, 12)]
    [InlineData("record: log\n    years", "record: logs\n    years", PolicyErrorCodes.UnknownCode, 4, 13)]
    [InlineData("parties: [POL]", "parties: [POLL]", PolicyErrorCodes.UnknownCode, 11, 15)]
    [InlineData("until: NL-2", "until: NL-3", PolicyErrorCodes.UnknownCode, 12, 24)]
    [InlineData("title: overal", "titel: overal", PolicyErrorCodes.MissingKey, 2, 5)]
    [InlineData("review: true", "review: yes", PolicyErrorCodes.WrongShape, 6, 13)]
    [InlineData("article: \"2\"", "article: \"3\"", PolicyErrorCodes.UnknownLaw, 17, 9)]
    [InlineData("id: RET-LOG-POL", "id: RET-LOG", PolicyErrorCodes.DuplicateId, 8, 9)]
    [InlineData("    parties: [POL]\n", "", PolicyErrorCodes.DuplicateId, 8, 5)]
    [InlineData("id: RET-LOG\n", "id: RET LOG\n", PolicyErrorCodes.WrongShape, 2, 9)]
    [InlineData("    mark: sourced\n    sources:\n      - law: BWBR1\n        article: \"2\"\n        text: 2009-01-01\n", "    mark: sourced\n", PolicyErrorCodes.MissingKey, 8, 5)]
    public void Read_Wrong_IsToldWithItsPlace(string old, string replacement, string code, int line, int column)
    {
        Read(ReaderFiles.Changed(Text, old, replacement));

        var error = _errors.ToImmutable()[0];
        Assert.Equal((code, "retention.yaml", line, column), (error.Code, error.File, error.Line, error.Column));
    }

    [Fact]
    public void Read_UnknownKey_IsToldOnce()
    {
        Read(ReaderFiles.Changed(Text, "    least: true\n", "    least: true\n    x: z\n"));

        Assert.Equal(PolicyErrorCodes.UnknownKey, Assert.Single(_errors.ToImmutable()).Code);
    }

    [Fact]
    public void Read_NoFile_MakesNothingDue() =>
        Assert.Null(RetentionFile.Read(ReaderFiles.Of(), Profiles, ["POL", "HA"], Laws(), _errors).Find("log", null, new DateOnly(2020, 1, 1)));

    [Theory]
    [InlineData("RET-LOG", 48, null)]
    [InlineData("RET-LOG", 61, PolicyErrorCodes.RetentionTerm)]
    [InlineData("RET-LOG-POL", 18, null)]
    [InlineData("RET-LOG-POL", 17, PolicyErrorCodes.RetentionTerm)]
    [InlineData("RET-LOG-POL", 19, PolicyErrorCodes.RetentionTerm)]
    [InlineData("RET-NONE", 1, PolicyErrorCodes.UnknownCode)]
    public void Narrowing_CovenantTerm_MayOnlyShortenWhatTheLawLeavesOpen(string id, int months, string? code)
    {
        var schedule = Read(Text);
        var covenant = YamlMap.Root("covenant.yaml", ReaderFiles.Of(("covenant.yaml", $"retention:\n  - id: {id}\n    months: {months}\n")).Files["covenant.yaml"], _errors)!;

        var narrowed = RetentionFile.Narrowing(covenant, schedule, _errors);

        Assert.Equal(code, _errors.ToImmutable().FirstOrDefault()?.Code);
        Assert.Equal(code is null ? months : 60, schedule.Narrowed(narrowed).Terms.First(t => code is null ? t.Id == id : t.Id == "RET-LOG").Months);
    }

    private static FrozenDictionary<(string Bwb, string Article, DateOnly Text), LawReference> Laws()
    {
        var law = new LawReference("BWBR1", "2", new DateOnly(2009, 1, 1), "full");
        return new[] { law }.ToFrozenDictionary(static l => (l.Bwb, l.Article, l.Text));
    }

    private RetentionSchedule Read(string text) => RetentionFile.Read(ReaderFiles.Of(("retention.yaml", text)), Profiles, ["POL", "HA"], Laws(), _errors);
}
