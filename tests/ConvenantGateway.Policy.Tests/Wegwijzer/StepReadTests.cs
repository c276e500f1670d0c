namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading a step: its texts, its kind, what it states.</summary>
public sealed class StepReadTests
{
    [Fact]
    public void Read_Step_HasWhatItsLinesSay()
    {
        var (step, place, next, given) = StepText.Read(StepText.Choice);

        Assert.Equal(("C1", WegwijzerStepKind.Choice, "Welke?", "Which?", "Kijk goed.", "Look well."), (step.Id, step.Kind, step.Question, step.English, step.Help, step.HelpEnglish));
        Assert.Equal((0, WegwijzerStatements.None, Evidence.None, true), (step.Criterion, step.States, step.Shows, step.IsDerived));
        Assert.Equal((1, 1), (place.Line, place.Column));
        Assert.Equal([8, 9], next.Select(static p => p.Line));
        Assert.Empty(given);
    }

    [Fact]
    public void Read_StepWithoutHelp_HasNone()
    {
        var step = StepText.Read(StepText.YesNo).Step;

        Assert.Equal((WegwijzerStepKind.YesNo, "", ""), (step.Kind, step.Help, step.HelpEnglish));
    }

    [Fact]
    public void Find_AnswerThatIsNotThere_IsNone()
    {
        var step = StepText.Read(StepText.YesNo).Step;

        Assert.Equal("OUT-STOP", step.Find("nee")?.Next);
        Assert.Null(step.Find("Ja"));
    }

    [Fact]
    public void Read_SourcedStep_IsNotDerived() => Assert.False(StepText.Read(StepText.Fact).Step.IsDerived);

    [Theory]
    [InlineData("necessity", WegwijzerStatements.Necessity, Evidence.None)]
    [InlineData("proportionality", WegwijzerStatements.Proportionality, Evidence.None)]
    [InlineData("subsidiarity", WegwijzerStatements.Subsidiarity, Evidence.None)]
    [InlineData("reason", WegwijzerStatements.None, Evidence.Reason)]
    [InlineData("treatment-relation", WegwijzerStatements.None, Evidence.TreatmentRelation)]
    [InlineData("necessity, subsidiarity, reason, decree", WegwijzerStatements.Necessity | WegwijzerStatements.Subsidiarity, Evidence.Reason | Evidence.Decree)]
    public void Read_States_ArePartsOfTheWeighingOrEvidence(string words, WegwijzerStatements states, Evidence shows)
    {
        var step = StepText.Read($"{StepText.YesNo}states: [{words}]\n").Step;

        Assert.Equal((states, shows), (step.States, step.Shows));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Read_Criterion_IsItsNumber(int criterion) =>
        Assert.Equal(criterion, StepText.Read($"{StepText.YesNo}criterion: {criterion}\n").Step.Criterion);

    [Theory]
    [InlineData("mark: derived", "mark: derived\ncriterion: 7", PolicyErrorCodes.WrongShape, "7")]
    [InlineData("mark: derived", "mark: derived\ncriterion: 0", PolicyErrorCodes.WrongShape, "0")]
    [InlineData("mark: derived", "mark: derived\nstates: [consent]", PolicyErrorCodes.UnknownCode, "consent]")]
    [InlineData("mark: derived", "mark: guessed", PolicyErrorCodes.UnknownCode, "guessed")]
    [InlineData("mark: derived\n", "", PolicyErrorCodes.MissingKey, "id: C1")]
    [InlineData("question: Welke?\n", "", PolicyErrorCodes.MissingKey, "id: C1")]
    [InlineData("english: Which?\n", "", PolicyErrorCodes.MissingKey, "id: C1")]
    [InlineData("help-english: Look well.\n", "", PolicyErrorCodes.MissingKey, "id: C1")]
    [InlineData("help: Kijk", "hulp: Kijk", PolicyErrorCodes.UnknownKey, "hulp: Kijk")]
    public void Read_OneLineWrong_IsToldAtItsPlace(string old, string replacement, string code, string at) =>
        Assert.NotNull(StepText.AssertTold(StepText.Choice, old, replacement, code, at));

    [Theory]
    [InlineData("id: C1\n", "", PolicyErrorCodes.MissingKey, "kind: choice")]
    [InlineData("kind: choice\n", "", PolicyErrorCodes.MissingKey, "id: C1")]
    [InlineData("kind: choice", "kind: open", PolicyErrorCodes.UnknownCode, "open")]
    public void Read_NoIdOrNoKind_IsNoStep(string old, string replacement, string code, string at) =>
        Assert.Null(StepText.AssertTold(StepText.Choice, old, replacement, code, at));
}
