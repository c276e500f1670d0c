namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>The walk: same answers, same end; every way ends; what an end proves.</summary>
public sealed class RunTests : IClassFixture<LoadedGuide>
{
    private static readonly string[] Kinds =
        ["HA", "ZH", "POL", "HOVJ", "ASHG", "AMK", "VT", "BJZ", "GI", "RVDK", "OM", "RECL", "VO", "BURG", "GEM", "GGD", "JGZ", "TZ", "SCH", "CJG", "AMW", "GGZ", "DHV", "SHN"];

    /// <summary>By their files: what is loaded here would be loaded before any mutant is switched on. Of the large plans every way takes seconds.</summary>
    public static TheoryData<string> Groups() => [.. PolicyRoot.Files.Files.Where(static f => f.Key.StartsWith("wegwijzer/", StringComparison.Ordinal) && !f.Key.EndsWith("outcomes.yaml", StringComparison.Ordinal))
        .Where(static f => f.Value.Length < Sampling.LargestPlan).Select(static f => f.Key.Split('/')[1].Replace(".yaml", "", StringComparison.Ordinal))];

    [Fact]
    public void Guide_OfTheRepository_HasNineGroupsAndSaysThatItIsDerived()
    {
        Assert.Equal(["amk", "ashg", "burgemeester", "hulp", "medisch", "om", "politie", "reclassering", "school"], Walks.Guide.Plans.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("afgeleid", Walks.Guide.Notice, StringComparison.Ordinal);
        Assert.Contains("derived", Walks.Guide.NoticeEnglish, StringComparison.Ordinal);
        Assert.Contains("u beslist zelf", Walks.Guide.Notice, StringComparison.Ordinal);
        Assert.All(Walks.Guide.Plans.Values.SelectMany(static p => p.Steps), static s => Assert.True(s.IsDerived || s.Kind == WegwijzerStepKind.Fact || s.Sources.Any(static x => x.Law is { Read: "full" }), s.Id));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Run_EveryWayInEveryCase_EndsAndReplaysAlike(string group)
    {
        var snapshot = PolicyRoot.Load(PolicyRoot.Wbp);
        var plan = Walks.Guide.Plans[group];
        var found = new HashSet<string>(StringComparer.Ordinal);
        var ways = 0;
        foreach (var end in Walks.Cases(plan, snapshot, Kinds).SelectMany(c => Walks.Ends(WegwijzerRun.Start(Walks.Guide, plan, c))))
        {
            ways++;
            found.Add(end.Outcome!.Code);
            Assert.True(end.Replies.Count() <= plan.QuestionsFrom(plan.Start));
            Assert.True(end.Outcome.Grounds.IsEmpty == end.Grounds.IsEmpty, $"{end.Outcome.Code} after {string.Join(' ', end.Passed.Select(static p => $"{p.Step}={p.Answer}"))} serves no ground");
            Assert.False(end.Proves.HasFlag(Evidence.Consent));
            if (end.Outcome.Grounds.IsEmpty)
            {
                Assert.Equal(Evidence.None, end.Proves);
            }
            const Evidence Written = Evidence.Weighing | Evidence.Reason | Evidence.TreatmentRelation;
            Assert.All(end.Grounds, g => Assert.True(
                (snapshot.Grounds[g.Code].Demands & Written & ~end.Proves) == 0,
                $"{end.Outcome.Code} after {string.Join(' ', end.Passed.Select(static p => $"{p.Step}={p.Answer}"))} does not prove what {g} demands in writing"));

            Assert.All(end.Grounds, g => Assert.True(
                snapshot.Grounds[g.Code].UsedBy.IsEmpty || plan.Kinds.All(k => snapshot.Grounds[g.Code].UsedBy.Contains(k.Code)), $"{g} is not for all of {group}"));

            var (again, fault) = WegwijzerRun.Replay(Walks.Guide, plan, end.Case, end.Replies);
            Assert.Equal(WegwijzerFault.None, fault);
            Assert.Equal(end.Outcome, again.Outcome);
            Assert.Equal(end.Passed.AsEnumerable(), again.Passed);
        }

        Assert.InRange(ways, 10, 2_000_000);
        Assert.Contains("OUT-STOP", found);
        Assert.Contains("OUT-ADVICE", found);
        Assert.Contains(found, static c => c is "OUT-GO" or "OUT-GO-MELDRECHT");
        Assert.Equal(Structural(plan), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Conflict_OneCriterionNotMet_Stops()
    {
        const string To = "W1=nee W3=nee W5=zestien-of-ouder W4=niet-gevraagd W4a=ja ";
        const string Six = "W7-1=ja W7-2=ja W7-3=ja W7-4=ja W7-5=ja W7-6=ja";
        var met = Walks.Start("medisch", "ASHG", "REPORT-DV", "2009-06-01").Answer(To + Six + " W10k=niet");
        Assert.Equal("OUT-CONFLICT", met.Outcome!.Code);
        Assert.Equal(["G-CONFLICT"], met.Grounds.Select(static g => g.Code));
        Assert.Equal(Evidence.Weighing | Evidence.Reason, met.Proves);

        for (var n = 1; n <= 6; n++)
        {
            var answers = string.Concat(Enumerable.Range(1, n).Select(i => $"W7-{i}={(i == n ? "nee" : "ja")} "));
            var stopped = Walks.Start("medisch", "ASHG", "REPORT-DV", "2009-06-01").Answer(To + answers);
            Assert.Equal("OUT-STOP", stopped.Outcome!.Code);
            Assert.Contains("advies", stopped.Path.Last().Answer.Advice, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("W2", "ja", "x", WegwijzerFault.OtherStep)]
    [InlineData("W1", "misschien", "", WegwijzerFault.UnknownAnswer)]
    [InlineData("W1", "nee", "tekst", WegwijzerFault.TextNotAsked)]
    public void Answer_ThatIsNotAsked_ChangesNothing(string step, string answer, string text, WegwijzerFault expected)
    {
        var run = Walks.Start("medisch", "ASHG", "REPORT-DV", "2009-06-01");

        var (same, fault) = run.Answer(new WegwijzerReply(step, answer, text));

        Assert.Equal(expected, fault);
        Assert.Same(run, same);
    }

    [Fact]
    public void Answer_WithoutItsText_IsRefused()
    {
        var run = Walks.Start("medisch", "ASHG", "REPORT-DV", "2009-06-01").Answer("W1=nee");

        Assert.Equal(WegwijzerFault.TextMissing, run.Answer(new WegwijzerReply("W3", "ja", "  ")).Fault);
        Assert.Equal(WegwijzerFault.TextTooLong, run.Answer(new WegwijzerReply("W3", "ja", new string('a', 2_001))).Fault);
        Assert.Equal(WegwijzerFault.None, run.Answer(new WegwijzerReply("W3", "ja", new string('a', 2_000))).Fault);
    }

    [Fact]
    public void Answer_AfterTheEnd_IsRefused()
    {
        var run = Walks.Start("medisch", "ASHG", "REPORT-DV", "2009-06-01").Answer("W1=ja");

        Assert.Equal(WegwijzerFault.Ended, run.Answer(new WegwijzerReply("W1", "ja")).Fault);
    }

    [Fact]
    public void Replay_FactAnsweredOtherwise_IsRefused()
    {
        var plan = Walks.Guide.Plans["medisch"];
        var asked = Walks.Case("ASHG", "REPORT-DV", "2009-06-01");

        Assert.Equal(WegwijzerFault.None, WegwijzerRun.Replay(Walks.Guide, plan, asked, [new("W0", "anders"), new("W1", "nee")]).Fault);
        Assert.Equal(WegwijzerFault.OtherFact, WegwijzerRun.Replay(Walks.Guide, plan, asked, [new("W0", "advies")]).Fault);
    }

    private static IEnumerable<string> Structural(WegwijzerPlan plan) =>
        plan.Steps.SelectMany(static s => s.Answers).Select(static a => a.Next).Where(static n => n.StartsWith("OUT-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
}
