namespace ConvenantGateway.Policy.Tests;

/// <summary>On which day, and for whom, article 20 decisions first let more flow.</summary>
public sealed class Article20ReachTests
{
    private static readonly Article20Decision Decision = new()
    {
        Id = "d1", From = TestCovenant.Police, Recipients = [TestCovenant.Centre], Categories = TestRules.Set("D01", "D11"), Purposes = [new Purpose("REFER")], PurposeLetter = 'a', Authority = "OM",
        AgreementDate = new DateOnly(2010, 3, 1), ValidFrom = new DateOnly(2010, 4, 1), ValidUntil = new DateOnly(2011, 1, 31),
    };

    private static readonly Article20Decision Narrow = Decision with { Id = "d0", Categories = TestRules.Set("D01") };

    [Fact]
    public void Widenings_SameDecisions_AreNone()
    {
        Assert.Empty(Widenings([], []));
        Assert.Empty(Widenings([Decision], [Decision]));
        Assert.Empty(Widenings([Decision], []));
    }

    [Fact]
    public void Widenings_NewDecision_IsFromItsFirstDay()
    {
        Assert.Equal([Change("D01 D11", "2010-04-01")], Widenings([], [Decision]));
        Assert.Equal([Change("D01 D11", "2010-04-01")], Widenings([], [Decision with { Id = "d2", ValidFrom = new DateOnly(2010, 6, 1) }, Decision]));
        Assert.Equal([Change("D01 D11", "2010-05-01")], Widenings([], [Decision with { AgreementDate = new DateOnly(2010, 5, 1) }]));
    }

    [Fact]
    public void Widenings_EveryReceiverAndPurpose_IsNamed() => Assert.Equal(
        [
            Change("D01 D11", "2010-04-01"),
            Change("D01 D11", "2010-04-01", purpose: "TREAT"),
            Change("D01 D11", "2010-04-01", "opvang-noord"),
            Change("D01 D11", "2010-04-01", "opvang-noord", "TREAT"),
        ],
        Widenings([], [Decision with { Recipients = [TestCovenant.Centre, TestCovenant.Shelter], Purposes = [new Purpose("REFER"), new Purpose("TREAT")] }]));

    [Fact]
    public void Widenings_NarrowDecisionTakenAway_IsWhatTheNextListsMore() => Assert.Equal([Change("D11", "2010-04-01")], Widenings([Narrow, Decision], [Decision]));

    [Fact]
    public void Widenings_NarrowDecisionThatEndsEarlier_IsFromTheDayAfter()
    {
        Assert.Equal([Change("D11", "2010-07-01")], Widenings([Narrow, Decision], [Narrow with { ValidUntil = new DateOnly(2010, 6, 30) }, Decision]));
        Assert.Empty(Widenings([Narrow with { ValidUntil = new DateOnly(2010, 6, 30) }, Decision], [Narrow, Decision]));
    }

    [Fact]
    public void Widenings_DecisionWithoutEnd_IsLookedAtToo()
    {
        var open = Decision with { ValidUntil = DateOnly.MaxValue };

        Assert.Equal([Change("D01 D11", "2010-04-01")], Widenings([], [open]));
        Assert.Equal([Change("D01 D11", "2011-02-01")], Widenings([Decision], [open]));
    }

    private static PolicyChange Change(string what, string date, string to = "ashg-noord", string purpose = "REFER") =>
        new("article 20 decisions, in effect", what, $"from politie-noord to {to}, purpose {purpose}, date {date}");

    private static List<PolicyChange> Widenings(Article20Decision[] old, Article20Decision[] now) =>
        [.. Article20Reach.Widenings(TestCovenant.Terms with { Decisions = [.. old] }, TestCovenant.Terms with { Decisions = [.. now] })];
}
