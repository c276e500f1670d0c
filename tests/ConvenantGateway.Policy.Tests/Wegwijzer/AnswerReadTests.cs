namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading the answers of a step.</summary>
public sealed class AnswerReadTests
{
    [Fact]
    public void Read_Answers_HaveWhatTheirLinesSay()
    {
        var answers = StepText.Read(StepText.Choice).Step.Answers;

        Assert.Equal([("a", "eerste", "first", "OUT-GO", true), ("b", "tweede", "second", "W2", false)], answers.Select(static a => (a.Id, a.Label, a.English, a.Next, a.NeedsText)));
        Assert.Equal([("", ""), ("Vraag het.", "Ask.")], answers.Select(static a => (a.Advice, a.AdviceEnglish)));
        Assert.Equal(["G-LEGIT", "G-OLD"], answers[0].Grounds.Select(static g => g.Code));
        Assert.Empty(answers[1].Grounds);
        Assert.All(answers, static a => Assert.Null(a.When));
    }

    [Fact]
    public void Read_YesAndNoWithoutLabels_AreReadAsTheyStand()
    {
        var answers = StepText.Read(StepText.YesNo).Step.Answers;

        Assert.Equal([("ja", "ja", "yes"), ("nee", "nee", "no")], answers.Select(static a => (a.Id, a.Label, a.English)));
    }

    [Fact]
    public void Read_YesWithALabel_IsReadAsItsLabel()
    {
        var answers = StepText.Read(StepText.YesNo.Replace("answer: ja, ", "answer: ja, label: ja zeker, english: certainly, ", StringComparison.Ordinal)).Step.Answers;

        Assert.Equal(("ja zeker", "certainly"), (answers[0].Label, answers[0].English));
    }

    [Theory]
    [InlineData(StepText.Choice, "label: tweede, ", "", "{ answer: b")]
    [InlineData(StepText.Choice, "english: second, ", "", "{ answer: b")]
    [InlineData(StepText.Choice, ", advice-english: Ask.", "", "{ answer: b")]
    [InlineData(StepText.YesNo, "answer: ja, ", "answer: ja, label: zeker, ", "{ answer: ja")]
    public void Read_AnswerWithoutOneOfItsTexts_IsToldAtTheAnswer(string step, string old, string replacement, string at)
    {
        var line = StepText.AssertTold(step, old, replacement, PolicyErrorCodes.MissingKey, at);

        Assert.Equal(2, line!.Step.Answers.Length);
    }

    [Theory]
    [InlineData("answer: c, ", "{ label: derde")]
    [InlineData("next: W3, ", "{ answer: c")]
    public void Read_AnswerWithoutIdOrNext_IsNoAnswer(string missing, string at)
    {
        const string Third = "  - { answer: c, label: derde, english: third, next: W3, text: true }\nmark: derived";

        var line = StepText.AssertTold(StepText.Choice.Replace("mark: derived", Third, StringComparison.Ordinal), missing, "", PolicyErrorCodes.MissingKey, at);

        Assert.Equal(["a", "b"], line!.Step.Answers.Select(static a => a.Id));
        Assert.Equal(2, line.Next.Count);
    }

    [Theory]
    [InlineData(StepText.Choice, "advice: Vraag", "advies: x, advice: Vraag", PolicyErrorCodes.UnknownKey, "advies: x")]
    [InlineData(StepText.Choice, "text: true", "text: ja", PolicyErrorCodes.WrongShape, "ja,")]
    [InlineData(StepText.Choice, "G-OLD]", "G-OUD]", PolicyErrorCodes.UnknownCode, "G-OUD]")]
    [InlineData(StepText.Choice, "next: W2,", "next: W2, when: { purpose: [REFER] },", PolicyErrorCodes.UnknownKey, "when: {")]
    [InlineData(StepText.YesNo, "next: W2", "next: W2, when: { purpose: [REFER] }", PolicyErrorCodes.UnknownKey, "when: {")]
    public void Read_AnswerWithOneThingWrong_IsToldAtItsPlace(string step, string old, string replacement, string code, string at) =>
        StepText.AssertTold(step, old, replacement, code, at);

    [Fact]
    public void Read_NoAnswers_IsToldAtTheStep()
    {
        var errors = new PolicyErrorList();

        StepText.Read(StepText.Choice.Replace("answers:", "antwoorden:", StringComparison.Ordinal), errors);

        Assert.Equal([(PolicyErrorCodes.MissingKey, 1), (PolicyErrorCodes.WegwijzerAnswers, 1), (PolicyErrorCodes.UnknownKey, 7)], errors.ToImmutable().Select(static e => (e.Code, e.Line)));
    }
}
