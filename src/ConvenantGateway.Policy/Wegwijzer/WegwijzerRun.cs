using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>
/// One walk through a plan. A value: each answer gives a new run, the same answers give the same run, and a run can be rebuilt from its answers at any time. Fact steps are passed by
/// themselves. Pure; thread safe.
/// </summary>
public sealed class WegwijzerRun
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxText = 2_000;

    private readonly WegwijzerGuide _guide;

    private WegwijzerRun(WegwijzerGuide guide, WegwijzerPlan plan, WegwijzerCase asked, ImmutableArray<WegwijzerReply> passed, string at)
    {
        (_guide, Plan, Case, Passed) = (guide, plan, asked, passed);
        while (plan.Find(at) is { Kind: WegwijzerStepKind.Fact } fact)
        {
            var holds = fact.Answers.First(a => a.When is null || a.When.Holds(asked, Passed));
            Passed = Passed.Add(new WegwijzerReply(fact.Id, holds.Id));
            at = holds.Next;
        }

        Current = plan.Find(at);
        Outcome = Current is null ? guide.Outcomes[at] : null;
    }

    /// <summary>The plan.</summary>
    public WegwijzerPlan Plan { get; }

    /// <summary>What it is about.</summary>
    public WegwijzerCase Case { get; }

    /// <summary>What was answered so far, in order, fact steps included.</summary>
    public ImmutableArray<WegwijzerReply> Passed { get; }

    /// <summary>The step that is asked; null once there is an outcome.</summary>
    public WegwijzerStep? Current { get; }

    /// <summary>The outcome; null while a step is asked.</summary>
    public WegwijzerOutcome? Outcome { get; }

    /// <summary>What the professional answered, fact steps left out: enough to replay.</summary>
    public IEnumerable<WegwijzerReply> Replies => Passed.Where(r => Plan.Find(r.Step)!.Kind != WegwijzerStepKind.Fact);

    /// <summary>The answers that were passed, with their steps.</summary>
    public IEnumerable<(WegwijzerStep Step, WegwijzerAnswer Answer, string Text)> Path => Passed.Select(r => Of(Plan, r));

    /// <summary>The grounds for which the outcome may serve: its own, narrowed to those that the answers point to. Empty without an outcome, and for one that only advises.</summary>
    public ImmutableArray<Ground> Grounds
    {
        get
        {
            var pointed = Path.SelectMany(static p => p.Answer.Grounds).ToList();
            return Outcome is null ? [] : [.. Outcome.Grounds.Where(g => pointed.Count == 0 || pointed.Contains(g))];
        }
    }

    /// <summary>Which parts of the weighing the texts on the path state.</summary>
    public WegwijzerStatements Stated => Written.Aggregate(WegwijzerStatements.None, static (all, step) => all | step.States);

    /// <summary>
    /// What the outcome proves for its grounds: the weighing if necessity, proportionality and subsidiarity were each stated, and what else the texts show. Never consent. Nothing if it
    /// serves no ground.
    /// </summary>
    public Evidence Proves
    {
        get
        {
            const WegwijzerStatements Weighed = WegwijzerStatements.Necessity | WegwijzerStatements.Proportionality | WegwijzerStatements.Subsidiarity;
            if (Grounds.IsEmpty)
            {
                return Evidence.None;
            }

            var stated = Stated;
            return Written.Aggregate(Evidence.None, static (all, step) => all | step.Shows)
                | (stated.HasFlag(Weighed) ? Evidence.Weighing : Evidence.None)
                | (stated.HasFlag(WegwijzerStatements.Necessity) ? Evidence.Reason : Evidence.None);
        }
    }

    private IEnumerable<WegwijzerStep> Written => Path.Where(static p => p.Text.Length > 0).Select(static p => p.Step);

    /// <summary>Begins. A plan's fact steps may end it at once.</summary>
    public static WegwijzerRun Start(WegwijzerGuide guide, WegwijzerPlan plan, WegwijzerCase asked) => new(guide, plan, asked, [], plan.Start);

    /// <summary>Begins and gives the answers, fact steps left out or as they are.</summary>
    /// <returns>The run after all answers, or after the last right one with the fault of the next.</returns>
    public static (WegwijzerRun Run, WegwijzerFault Fault) Replay(WegwijzerGuide guide, WegwijzerPlan plan, WegwijzerCase asked, IEnumerable<WegwijzerReply> replies)
    {
        var run = Start(guide, plan, asked);
        foreach (var reply in replies)
        {
            if (run.Passed.Any(p => p.Step == reply.Step) && plan.Find(reply.Step) is { Kind: WegwijzerStepKind.Fact })
            {
                if (!run.Passed.Contains(reply))
                {
                    return (run, WegwijzerFault.OtherFact);
                }

                continue;
            }

            var (next, fault) = run.Answer(reply);
            if (fault != WegwijzerFault.None)
            {
                return (run, fault);
            }

            run = next;
        }

        return (run, WegwijzerFault.None);
    }

    /// <summary>Gives one answer.</summary>
    /// <returns>The next run, or this one with what is wrong.</returns>
    public (WegwijzerRun Run, WegwijzerFault Fault) Answer(WegwijzerReply reply)
    {
        var fault = Current is null ? WegwijzerFault.Ended
            : Current.Id != reply.Step ? WegwijzerFault.OtherStep
            : Current.Find(reply.Answer) is not { } answer ? WegwijzerFault.UnknownAnswer
            : answer.NeedsText && string.IsNullOrWhiteSpace(reply.Text) ? WegwijzerFault.TextMissing
            : reply.Text.Length > MaxText ? WegwijzerFault.TextTooLong
            : !answer.NeedsText && reply.Text.Length > 0 ? WegwijzerFault.TextNotAsked
            : WegwijzerFault.None;
        return fault == WegwijzerFault.None
            ? (new WegwijzerRun(_guide, Plan, Case, Passed.Add(reply), Current!.Find(reply.Answer)!.Next), fault)
            : (this, fault);
    }

    private static (WegwijzerStep Step, WegwijzerAnswer Answer, string Text) Of(WegwijzerPlan plan, WegwijzerReply reply)
    {
        var step = plan.Find(reply.Step)!;
        return (step, step.Find(reply.Answer)!, reply.Text);
    }
}
