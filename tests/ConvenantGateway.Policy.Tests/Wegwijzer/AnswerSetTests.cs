namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Which answers a step has together: they cover every case, and each stands once.</summary>
public sealed class AnswerSetTests
{
    private const string First = "  - { answer: a, label: eerste, english: first, next: OUT-GO, text: true, grounds: [G-LEGIT, G-OLD] }\n";
    private const string SecondFact = "label: daarna, english: after, when: { profiles: { from: NL-2015 } }, ";
    private const string LastFact = "  - { answer: c, label: anders, english: other, next: W5 }\n";

    [Fact]
    public void Read_AnswerThatStandsTwice_IsToldAtTheAnswers() =>
        StepText.AssertTold(StepText.Choice, "answer: b", "answer: a", PolicyErrorCodes.DuplicateId, "- { answer: a");

    [Theory]
    [InlineData(StepText.YesNo, "answer: ja", "answer: wel")]
    [InlineData(StepText.YesNo, "  - { answer: ja, next: W2 }\n", "")]
    [InlineData(StepText.YesNo, "  - { answer: ja, next: W2 }\n", "  - { answer: ja, next: W2 }\n  - { answer: misschien, next: W3 }\n")]
    [InlineData(StepText.Choice, First, "")]
    [InlineData(StepText.Fact, LastFact, "")]
    [InlineData(StepText.Fact, SecondFact, "label: daarna, english: after, ")]
    [InlineData(StepText.Fact, "label: anders, english: other, ", "label: anders, english: other, text: true, ")]
    [InlineData(StepText.Fact, "label: daarna, english: after, ", "label: daarna, english: after, text: true, ")]
    public void Read_AnswersThatDoNotCoverEveryCase_AreToldAtTheAnswers(string step, string old, string replacement) =>
        StepText.AssertTold(step, old, replacement, PolicyErrorCodes.WegwijzerAnswers, "- { answer: ");

    [Fact]
    public void Read_FactWithOneAnswer_IsTold()
    {
        var one = StepText.Fact[..StepText.Fact.IndexOf("  - { answer: a", StringComparison.Ordinal)] + StepText.Fact[StepText.Fact.IndexOf("  - { answer: c", StringComparison.Ordinal)..];

        StepText.AssertTold(one, "answer: c", "answer: d", PolicyErrorCodes.WegwijzerAnswers, "- { answer: d");
    }

    [Fact]
    public void Read_FactWithTwoAnswers_IsWhole()
    {
        var step = StepText.Read(StepText.Fact.Replace("  - { answer: b, " + SecondFact + "next: W4 }\n", "", StringComparison.Ordinal)).Step;

        Assert.Equal(["a", "c"], step.Answers.Select(static a => a.Id));
    }

    [Fact]
    public void Read_NoBeforeYes_IsWhole()
    {
        var step = StepText.Read(StepText.YesNo.Replace("  - { answer: ja, next: W2 }\n  - { answer: nee, next: OUT-STOP }", "  - { answer: nee, next: OUT-STOP }\n  - { answer: ja, next: W2 }", StringComparison.Ordinal)).Step;

        Assert.Equal(["nee", "ja"], step.Answers.Select(static a => a.Id));
    }
}
