namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading <c>outcomes.yaml</c>.</summary>
public sealed class OutcomeReadTests
{
    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Outcome_HasItsTextsInBothLanguages()
    {
        var guide = SmallGuide.Read();

        var go = guide.Outcomes["OUT-GO"];
        Assert.Equal(("let op", "mind"), (guide.Notice, guide.NoticeEnglish));
        Assert.Equal(("OUT-GO", "het mag", "you may", "geef", "give"), (go.Code, go.Title, go.English, go.Advice, go.AdviceEnglish));
        Assert.Equal(["G-LEGIT", "G-WPG18"], go.Grounds.Select(static g => g.Code));
        Assert.Equal(9, guide.Outcomes.Count);
    }

    [Fact]
    public void Read_NoFiles_IsTheEmptyGuide()
    {
        var files = new PolicyFiles(SmallGuide.Files.Files.Clear());

        Assert.Same(WegwijzerGuide.Empty, SmallGuide.Read(files, _errors));
        Assert.True(_errors.IsEmpty);
    }

    [Fact]
    public void Read_OutcomesMissing_IsToldOfTheFile()
    {
        SmallGuide.Read(new PolicyFiles(SmallGuide.Files.Files.Remove(WegwijzerFiles.OutcomesPath)), _errors);

        var error = Assert.Single(_errors.ToImmutable());
        Assert.Equal((PolicyErrorCodes.UnknownFile, WegwijzerFiles.OutcomesPath, 0), (error.Code, error.File, error.Line));
    }

    [Fact]
    public void Read_OutcomesThatAreNoMapping_IsToldOnce()
    {
        var files = SmallGuide.Files.With(WegwijzerFiles.OutcomesPath, "- een\n");

        Assert.Empty(SmallGuide.Read(files, _errors).Outcomes);
        SmallGuide.AssertTold(_errors, PolicyErrorCodes.WrongShape, files, "- een");
    }

    [Theory]
    [InlineData("notice: let op\n", "", PolicyErrorCodes.MissingKey, "notice-english")]
    [InlineData("notice-english: mind\n", "", PolicyErrorCodes.MissingKey, "notice: let op")]
    [InlineData("outcomes:\n", "notitie: x\noutcomes:\n", PolicyErrorCodes.UnknownKey, "notitie: x")]
    [InlineData("title: het mag, ", "", PolicyErrorCodes.MissingKey, "{ code: OUT-GO,")]
    [InlineData("advice: geef, ", "advice: geef, x: z, ", PolicyErrorCodes.UnknownKey, "x: z, advice-english: give")]
    [InlineData("[G-LEGIT, G-WPG18]", "[G-LEGIT, G-WPG81]", PolicyErrorCodes.UnknownCode, "G-WPG81]")]
    public void Read_OneLineWrong_IsToldAtItsPlace(string old, string replacement, string code, string at)
    {
        var files = SmallGuide.Files.With(WegwijzerFiles.OutcomesPath, old, replacement);

        SmallGuide.Read(files, _errors);

        SmallGuide.AssertTold(_errors, code, files, at);
    }

    [Theory]
    [InlineData("[G-LEGIT, G-WPG18]", "[]", "`OUT-GO` serves at least one ground", "[]")]
    [InlineData("advice-english: do not, grounds: []", "advice-english: do not, grounds: [G-OWN]", "`OUT-STOP` advises and serves no ground", "[G-OWN]")]
    public void Read_GroundsThatDoNotFitTheOutcome_AreToldWithTheReason(string old, string replacement, string message, string at)
    {
        var files = SmallGuide.Files.With(WegwijzerFiles.OutcomesPath, old, replacement);

        SmallGuide.Read(files, _errors);

        SmallGuide.AssertTold(_errors, PolicyErrorCodes.WegwijzerGround, files, at);
        Assert.Equal(message, _errors.ToImmutable()[0].Message);
    }

    [Theory]
    [InlineData("code: OUT-DIRECT", "code: OUT-DUTY", "the outcome `OUT-DIRECT` is missing", "`OUT-DUTY` stands here twice")]
    [InlineData("code: OUT-DIRECT, ", "", "the outcome `OUT-DIRECT` is missing", "`code` is missing")]
    [InlineData(", grounds: [G-LEGIT, G-WPG18]", "", "`OUT-GO` serves at least one ground", "`grounds` is missing")]
    public void Read_TwoThingsWrong_AreBothTold(string old, string replacement, string one, string other)
    {
        SmallGuide.Read(SmallGuide.Files.With(WegwijzerFiles.OutcomesPath, old, replacement), _errors);

        Assert.Equal([one, other], _errors.ToImmutable().Select(static e => e.Message).Order(StringComparer.Ordinal).OrderBy(m => m == other));
    }

    [Fact]
    public void Read_NoListOfOutcomes_IsToldOfTheListAndOfEachOutcome()
    {
        SmallGuide.Read(SmallGuide.Files.With(WegwijzerFiles.OutcomesPath, "notice: let op\nnotice-english: mind\n"), _errors);

        Assert.Equal(10, _errors.ToImmutable().Length);
        Assert.All(_errors.ToImmutable(), static e => Assert.Equal(PolicyErrorCodes.MissingKey, e.Code));
    }
}
