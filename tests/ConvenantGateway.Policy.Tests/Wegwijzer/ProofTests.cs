namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>What the texts on the way prove, and for which grounds.</summary>
public sealed class ProofTests
{
    [Fact]
    public void Proves_BeforeTheEnd_IsNothing()
    {
        var run = SmallGuide.Start().Answer("W1=ja");

        Assert.Null(run.Outcome);
        Assert.Empty(run.Grounds);
        Assert.Equal(WegwijzerStatements.Necessity, run.Stated);
        Assert.Equal(Evidence.None, run.Proves);
    }

    [Fact]
    public void Proves_AllThreeStated_IsTheWeighingAndTheReason()
    {
        var run = SmallGuide.Start().Answer("W1=ja C1=a");

        Assert.Equal(WegwijzerStatements.Necessity | WegwijzerStatements.Proportionality | WegwijzerStatements.Subsidiarity, run.Stated);
        Assert.Equal(Evidence.Weighing | Evidence.Reason, run.Proves);
        Assert.Equal(["G-LEGIT"], run.Grounds.Select(static g => g.Code));
    }

    [Fact]
    public void Proves_StepWithoutAText_IsNotStated()
    {
        var run = SmallGuide.Start().Answer("W1=ja C1=b");

        Assert.Equal(WegwijzerStatements.Necessity, run.Stated);
        Assert.Equal(Evidence.Reason, run.Proves);
        Assert.Equal(["G-LEGIT", "G-WPG18"], run.Grounds.Select(static g => g.Code));
    }

    [Fact]
    public void Proves_WithoutNecessity_IsNoReason()
    {
        var guide = SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, "states: [necessity]", "states: [decree]"), new PolicyErrorList());

        var run = WegwijzerRun.Start(guide, guide.Plans["klein"], Walks.Case("POL", "REFER", "2013-07-01")).Answer("W1=ja C1=a");

        Assert.Equal(WegwijzerStatements.Proportionality | WegwijzerStatements.Subsidiarity, run.Stated);
        Assert.Equal(Evidence.Decree, run.Proves);
    }

    [Fact]
    public void Proves_OutcomeThatOnlyAdvises_IsNothing()
    {
        var guide = SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, "answer: nee, next: OUT-STOP", "answer: nee, next: OUT-STOP, text: true"), new PolicyErrorList());

        var run = WegwijzerRun.Start(guide, guide.Plans["klein"], Walks.Case("POL", "REFER", "2013-07-01")).Answer("W1=nee");

        Assert.Equal(WegwijzerStatements.Necessity, run.Stated);
        Assert.Equal(Evidence.None, run.Proves);
    }

    [Theory]
    [InlineData("a", "", WegwijzerFault.TextMissing)]
    [InlineData("a", " \n", WegwijzerFault.TextMissing)]
    [InlineData("b", " ", WegwijzerFault.TextNotAsked)]
    [InlineData("b", "", WegwijzerFault.None)]
    [InlineData("a", "x", WegwijzerFault.None)]
    public void Answer_Text_IsGivenWhereItIsAskedAndNowhereElse(string answer, string text, WegwijzerFault expected) =>
        Assert.Equal(expected, SmallGuide.Start().Answer("W1=ja").Answer(new WegwijzerReply("C1", answer, text)).Fault);

    [Fact]
    public void Answer_TextTooLongWhereNoneIsAsked_IsTooLong() =>
        Assert.Equal(WegwijzerFault.TextTooLong, SmallGuide.Start().Answer("W1=ja").Answer(new WegwijzerReply("C1", "b", new string('a', WegwijzerRun.MaxText + 1))).Fault);
}
