namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>A plan as a graph: known, reachable, without a way back, and leaning on what was answered before.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("start: F1", "start: F9", "F9")]
    [InlineData("next: W1 }", "next: W9 }", "W9 }")]
    [InlineData("next: OUT-ADVICE }", "next: OUT-ADVISE }", "OUT-ADVISE }")]
    [InlineData("next: OUT-ESCALATE }", "next: F3 }", "F3 }")]
    public void Read_StepThatIsNotThere_IsRefusedWhereItIsNamed(string old, string replacement, string at) =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, old, replacement), PolicyErrorCodes.WegwijzerUnknownStep, at);

    [Fact]
    public void Read_StepMisspelt_SuggestsTheNearest()
    {
        var errors = new PolicyErrorList();

        SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, "next: OUT-ADVICE }", "next: OUT-ADVISE }"), errors);

        Assert.Equal("did you mean `OUT-ADVICE`?", Assert.Single(errors.ToImmutable()).Suggestion);
    }

    [Theory]
    [InlineData("next: OUT-ESCALATE }", "next: W1 }", "W1 }")]
    [InlineData("next: OUT-ESCALATE }", "next: F2 }", "F2 }")]
    [InlineData("next: OUT-GO, ", "next: F1, ", "F1, grounds")]
    public void Read_WayBack_IsRefusedWhereItTurns(string old, string replacement, string at) =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, old, replacement), PolicyErrorCodes.WegwijzerCycle, at);

    [Fact]
    public void Read_TwoWaysToOneStep_IsNoWayBack()
    {
        var errors = new PolicyErrorList();

        var guide = SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, "english: second, next: OUT-GO }", "english: second, next: F2 }"), errors);

        Assert.Empty(errors.ToImmutable());
        Assert.Single(guide.Plans);
    }

    [Theory]
    [InlineData("next: F2 }", "next: OUT-STOP }", "id: F2")]
    [InlineData("start: F1", "start: W1", "id: F1")]
    public void Read_StepThatNothingLeadsTo_IsRefusedAtItsId(string old, string replacement, string at) =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, old, replacement), PolicyErrorCodes.WegwijzerUnreachable, at);

    [Theory]
    [InlineData("W1=misschien")]
    [InlineData("W9=ja")]
    [InlineData("F2=wel")]
    public void Read_EarlierAnswerThatCannotBe_IsRefusedWhereItIsNamed(string given) =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, "\"W1=ja\"", $"\"{given}\""), PolicyErrorCodes.WegwijzerUnknownStep, $"\"{given}\"");

    [Fact]
    public void Read_AnswerOfALaterStep_IsRefused() =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, "purpose: [REFER] }", "purpose: [REFER], given: [\"W1=ja\"] }"), PolicyErrorCodes.WegwijzerUnknownStep, "\"W1=ja\"");

    [Fact]
    public void Read_SecondOfTwoEarlierAnswersWrong_IsToldAtTheSecond() =>
        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, "[\"W1=ja\"]", "[\"W1=ja\", \"C1=d\"]"), PolicyErrorCodes.WegwijzerUnknownStep, "\"C1=d\"");

    [Fact]
    public void Read_StepThatStandsTwice_IsToldAtTheSecond()
    {
        var errors = new PolicyErrorList();

        SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, "id: C1", "id: W1"), errors);

        Assert.Equal([(PolicyErrorCodes.WegwijzerUnknownStep, 23), (PolicyErrorCodes.DuplicateId, 28)], errors.ToImmutable().Select(static e => (e.Code, e.Line)));
    }

    [Fact]
    public void Read_WholePlanWithAStepTwice_IsRefusedAtTheSecond() =>
        SmallGuide.AssertRefused(
            SmallGuide.Files.With(SmallGuide.PlanPath, SmallGuide.Plan + SmallGuide.Plan[SmallGuide.Plan.IndexOf("  - id: F2", StringComparison.Ordinal)..].Replace("- id: F2", "- id: 'F2'", StringComparison.Ordinal)),
            PolicyErrorCodes.DuplicateId,
            "id: 'F2'");

    [Fact]
    public void Read_StepWithoutAnswers_IsRefused()
    {
        var errors = new PolicyErrorList();
        var at = SmallGuide.Plan.IndexOf("    answers:", SmallGuide.Plan.IndexOf("id: F2", StringComparison.Ordinal), StringComparison.Ordinal);
        var plan = SmallGuide.Plan[..at] + "    answers: []\n" + SmallGuide.Plan[SmallGuide.Plan.IndexOf("    mark", at, StringComparison.Ordinal)..];

        var guide = SmallGuide.Read(SmallGuide.Files.With(SmallGuide.PlanPath, plan), errors);

        Assert.Empty(guide.Plans);
        Assert.Equal(plan[..at].Count(static c => c == '\n') + 1, Assert.Single(errors.ToImmutable()).Line);
    }

    /// <summary>Two answers that lead to the same next step double the ways, 2,000 times: each step is looked at once.</summary>
    [Fact]
    public void Read_EarlierAnswerBeforeALongChain_IsRefused()
    {
        const int Steps = 2000;
        var chain = string.Concat(Enumerable.Range(1, Steps).Select(static i => $$"""
          - id: S{{i}}
            kind: choice
            question: Welke?
            english: Which?
            answers:
              - { answer: a, label: eerste, english: first, next: {{(i == Steps ? "OUT-GO" : $"S{i + 1}")}} }
              - { answer: b, label: tweede, english: second, next: {{(i == Steps ? "OUT-GO" : $"S{i + 1}")}} }
            mark: derived
            sources:
              - { norm: afgeleid }

        """));
        var plan = SmallGuide.Plan.Replace("next: OUT-ESCALATE }", "next: S1 }", StringComparison.Ordinal).Replace("given: [\"W1=ja\"]", "given: [\"S1=a\"]", StringComparison.Ordinal);

        SmallGuide.AssertRefused(SmallGuide.Files.With(SmallGuide.PlanPath, plan + chain), PolicyErrorCodes.WegwijzerUnknownStep, "\"S1=a\"");
    }
}
