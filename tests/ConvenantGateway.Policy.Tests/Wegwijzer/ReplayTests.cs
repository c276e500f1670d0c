using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>A run rebuilt from its answers, and what of them is wrong.</summary>
public sealed class ReplayTests
{
    private static readonly WegwijzerReply Yes = new("W1", "ja", "omdat");
    private static readonly WegwijzerReply Third = new("C1", "c");

    [Fact]
    public void Replay_AllAnswersWithTheirFacts_IsTheSameRun()
    {
        var (run, fault) = Replay(new("F1", "verwijzen"), Yes, Third, new("F2", "wel"));

        Assert.Equal(WegwijzerFault.None, fault);
        Assert.Equal("OUT-GO-CONSENT", run.Outcome?.Code);
        Assert.Equal(["F1", "W1", "C1", "F2"], run.Passed.Select(static r => r.Step));
        Assert.Equal([Yes, Third], run.Replies);
        Assert.Equal([("F1", "verwijzen", ""), ("W1", "ja", "omdat"), ("C1", "c", ""), ("F2", "wel", "")], run.Path.Select(static p => (p.Step.Id, p.Answer.Id, p.Text)));
    }

    [Fact]
    public void Replay_OneWrongAnswer_StopsThere()
    {
        var (run, fault) = Replay(Yes, new("C1", "d"), Third);

        Assert.Equal(WegwijzerFault.UnknownAnswer, fault);
        Assert.Equal("C1", run.Current?.Id);
    }

    [Fact]
    public void Replay_SameAnswerTwice_IsAnAnswerToAnotherStep()
    {
        var (run, fault) = Replay(Yes, Yes);

        Assert.Equal(WegwijzerFault.OtherStep, fault);
        Assert.Equal("C1", run.Current?.Id);
    }

    [Fact]
    public void Replay_FactThatIsNotYetPassed_IsAnAnswerToAnotherStep()
    {
        var (run, fault) = Replay(new("F2", "wel"), Yes, Third);

        Assert.Equal(WegwijzerFault.OtherStep, fault);
        Assert.Equal("W1", run.Current?.Id);
    }

    [Fact]
    public void Replay_FactOtherwiseThanItIs_StopsThere()
    {
        var (run, fault) = Replay(Yes, new("F1", "anders"), Third);

        Assert.Equal(WegwijzerFault.OtherFact, fault);
        Assert.Equal("C1", run.Current?.Id);
    }

    [Fact]
    public void Start_FactThatEndsIt_AsksNothing()
    {
        var run = SmallGuide.Start("TREAT");

        Assert.Null(run.Current);
        Assert.Equal("OUT-ADVICE", run.Outcome?.Code);
        Assert.Empty(run.Replies);
        Assert.Equal(WegwijzerFault.Ended, run.Answer(Yes).Fault);
    }

    private static (WegwijzerRun Run, WegwijzerFault Fault) Replay(params ImmutableArray<WegwijzerReply> replies)
    {
        var guide = SmallGuide.Read();
        return WegwijzerRun.Replay(guide, guide.Plans["klein"], Walks.Case("POL", "REFER", "2013-07-01"), replies);
    }
}
