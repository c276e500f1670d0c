using ConvenantGateway.Audit;
using ConvenantGateway.Host.OfficerConsole;

namespace ConvenantGateway.Browser.Tests.Weeks;

/// <summary>What each list takes up, and what it leaves out.</summary>
public sealed class WeekListTests
{
    [Fact]
    public async Task RepeatedQuestions_TwiceToOneOrganisation_AreALineAndOnceIsNone()
    {
        await using var host = await Planted.EmptyAsync();
        var refused = Planted.Exchange(Planted.Monday(host)) with { Type = RecordType.Token, By = "token", Outcome = "refused", Ground = "", Code = "CG-CONNECT-012" };
        var first = await host.AddAsync(refused);
        await host.AddAsync(refused with { Time = refused.Time.AddHours(1) });
        await host.AddAsync(refused with { Counterparty = "politie-noord" });

        var lines = await host.LinesAsync(WeekListTitles.Repeated);

        var line = Assert.Single(lines);
        Assert.Equal($"{first}", line.Key);
        Assert.Equal(2, line.Records.Length);
        Assert.Equal(["2", "ASHG Noord"], line.Values);
    }

    [Fact]
    public async Task Refusals_SameCodeOtherRule_AreTwoLines()
    {
        await using var host = await Planted.EmptyAsync();
        var refused = Planted.Exchange(Planted.Monday(host)) with { Outcome = "refused", Code = "CG-DECIDE-001", Rules = [] };
        await host.AddAsync(refused);
        await host.AddAsync(refused);
        await host.AddAsync(refused with { Rules = ["R-25"] });
        await host.AddAsync(refused with { Outcome = "released" });

        var lines = await host.LinesAsync(WeekListTitles.Refusals);

        Assert.Equal([2, 1], lines.Select(static l => l.Records.Length));
        Assert.Equal(["1", "CG-DECIDE-001", "R-25"], lines[1].Values);
    }

    [Fact]
    public async Task WithoutFollowUp_NothingInFourteenDays_IsALineOfTheWeekInWhichTheyEnd()
    {
        await using var host = await Planted.EmptyAsync();
        var asked = await host.AddAsync(Planted.Exchange(Planted.Monday(host).AddDays(-14)).About(7));

        var ended = await host.LinesAsync(WeekListTitles.WithoutFollowUp);
        var asking = await host.LinesAsync(WeekListTitles.WithoutFollowUp, weeksAgo: 3);

        Assert.Equal([$"{asked}-0"], ended.Keys());
        Assert.Single(ended[0].Persons);
        Assert.Empty(asking);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public async Task WithoutFollowUp_ExchangeAfterSomeDays_CountsWithinFourteenOnly(int days, bool followed)
    {
        await using var host = await Planted.EmptyAsync();
        var asked = Planted.Monday(host).AddDays(-14);
        await host.AddAsync(Planted.Exchange(asked).About(7));
        await host.AddAsync((Planted.Exchange(asked.AddDays(days)) with { By = "push", Outcome = "stored" }).About(7));

        var lines = await host.LinesAsync(WeekListTitles.WithoutFollowUp);

        Assert.Equal(followed, lines.Count == 0);
    }

    [Fact]
    public async Task WithoutFollowUp_ExchangeAboutSomebodyElseOrRefused_IsNoFollowUp()
    {
        await using var host = await Planted.EmptyAsync();
        var asked = Planted.Monday(host).AddDays(-14);
        await host.AddAsync(Planted.Exchange(asked).About(7, 8));
        await host.AddAsync((Planted.Exchange(asked.AddDays(1)) with { By = "push", Outcome = "stored" }).About(8));
        await host.AddAsync((Planted.Exchange(asked.AddDays(1)) with { By = "push", Outcome = "refused" }).About(7));

        var lines = await host.LinesAsync(WeekListTitles.WithoutFollowUp);

        Assert.Equal("0", Assert.Single(lines).Key.Split('-')[1]);
    }

    [Theory]
    [InlineData("2026-11-16T05:59:59+01:00", true)]
    [InlineData("2026-11-16T06:00:00+01:00", false)]
    [InlineData("2026-11-16T21:59:59+01:00", false)]
    [InlineData("2026-11-16T22:00:00+01:00", true)]
    [InlineData("2026-11-21T12:00:00+01:00", true)]
    [InlineData("2026-11-22T23:00:00+01:00", true)]
    [InlineData("2026-07-15T21:30:00+00:00", true)]
    [InlineData("2026-07-15T04:30:00+00:00", false)]
    public void OffDuty_DutchClock_SummerAndWinter(string instant, bool expected)
    {
        var time = DateTimeOffset.Parse(instant);

        var isOffDuty = ReviewLists.IsOffDuty(time);

        Assert.Equal(expected, isOffDuty);
    }

    [Fact]
    public async Task OffDuty_OwnProfessionalsAtNight_AreLinesAndTheOtherSideIsNot()
    {
        await using var host = await Planted.EmptyAsync();
        var night = Planted.Exchange(Planted.Monday(host).AddHours(11));
        await host.AddAsync(night);
        await host.AddAsync(night with { Caller = "ashg-noord", Counterparty = "ziekenhuis-noord" });

        var lines = await host.LinesAsync(WeekListTitles.OffDuty);

        Assert.Equal(Planted.Nurse, Assert.Single(lines).Who);
    }

    [Fact]
    public async Task Conflict_RelianceOfOneProfessional_IsCountedAndARefusalIsNot()
    {
        await using var host = await Planted.EmptyAsync();
        var reliance = Planted.Exchange(Planted.Monday(host)) with { Ground = "G-CONFLICT", By = "push", Outcome = "stored" };
        await host.AddAsync(reliance);
        await host.AddAsync(reliance);
        await host.AddAsync(reliance with { Outcome = "refused" });

        var lines = await host.LinesAsync(WeekListTitles.Conflict);

        Assert.Equal("2", Assert.Single(lines).Values[0]);
    }

    [Fact]
    public async Task Emergency_UsedOnMonday_IsDueFiveWorkingDaysLater()
    {
        await using var host = await Planted.EmptyAsync();
        var monday = Planted.Monday(host);
        await host.AddAsync(Planted.Exchange(monday) with { Emergency = true });
        await host.AddAsync(Planted.Exchange(monday) with { Emergency = true, Type = RecordType.Token });

        var lines = await host.LinesAsync(WeekListTitles.Emergency);

        Assert.Equal(ConsoleText.DayOf(monday).AddDays(7), Assert.Single(lines).Due);
    }

    [Theory]
    [InlineData("2026-11-16", "2026-11-23")]
    [InlineData("2026-11-20", "2026-11-27")]
    [InlineData("2026-11-21", "2026-11-27")]
    [InlineData("2026-11-22", "2026-11-27")]
    public void WorkingDays_FiveLater_LeaveOutWeekends(string from, string until)
    {
        var day = DateOnly.Parse(from);

        var due = WorkingDays.After(day, 5);

        Assert.Equal(DateOnly.Parse(until), due);
    }

    [Fact]
    public async Task Held_SentAgainToTheSameReceiverAboutTheSamePerson_IsNoLine()
    {
        await using var host = await Planted.EmptyAsync();
        var held = Planted.Exchange(Planted.Monday(host)) with { Type = RecordType.Hold, By = "push", Outcome = "held" };
        await host.AddAsync(held.About(1));
        var other = await host.AddAsync(held.About(2));
        var elsewhere = await host.AddAsync((held with { Counterparty = "vrouwenopvang-noord" }).About(1));
        await host.AddAsync((held with { Type = RecordType.Exchange, Outcome = "stored", Time = held.Time.AddHours(1) }).About(1));

        var lines = await host.LinesAsync(WeekListTitles.Held);

        Assert.Equal([$"{elsewhere}", $"{other}"], lines.Keys());
    }

    [Fact]
    public async Task Inform_DutyOfFourWeeks_IsDueThenAndAnExchangeWithoutDutyIsNoLine()
    {
        await using var host = await Planted.EmptyAsync();
        var monday = Planted.Monday(host);
        await host.AddAsync(Planted.Exchange(monday, new RecordValue("obligations", "secrecy inform-within-four-weeks")));
        await host.AddAsync(Planted.Exchange(monday, new RecordValue("obligations", "secrecy inform-officer")));

        var lines = await host.LinesAsync(WeekListTitles.Inform);

        Assert.Equal(ConsoleText.DayOf(monday).AddDays(28), Assert.Single(lines).Due);
    }

    [Fact]
    public async Task Expiring_ArticleTwentyDecisionFarFromItsEnd_IsNoLineAndNearItIsOne()
    {
        var snapshot = new TestPolicy().Current.Snapshot;
        var near = snapshot with { Covenant = snapshot.Covenant with { Reenactment = new DateOnly(2011, 1, 1) } };
        var period = WeekPeriod.LastWeek(DateTimeOffset.UtcNow);
        var police = Policy.PartnerId.Parse("politie-noord");
        var hospital = Policy.PartnerId.Parse("ziekenhuis-noord");
        async Task<int> Decisions(Policy.PartnerId organisation, Policy.PolicySnapshot policy) =>
            (await new ExpiringList(new ReviewContext(organisation, period, DateTimeOffset.UtcNow, policy)).LinesAsync(CancellationToken.None)).Count(static l => l.Key == "besluit-art20-ashg-2009_2011-01-31");

        var (far, own, others) = (await Decisions(police, snapshot), await Decisions(police, near), await Decisions(hospital, near));

        Assert.Equal((0, 1, 0), (far, own, others));
    }

    [Fact]
    public async Task Review_RecordsOfOtherViewersAndLooks_AreInNoList()
    {
        await using var host = await Planted.EmptyAsync();
        var monday = Planted.Monday(host);
        await host.AddAsync((Planted.Exchange(monday.AddHours(11)) with { Emergency = true, Ground = "G-CONFLICT", Outcome = "refused" }).SeenBy("politie-noord"));
        await host.AddAsync((Planted.Exchange(monday) with { Type = RecordType.Look, Caller = "fg-ziekenhuis-noord" }).SeenBy("fg-ziekenhuis-noord"));

        var review = await host.ReviewAsync();

        Assert.Empty(review.Lists.Where(static l => l.Title != WeekListTitles.Expiring).SelectMany(static l => l.Lines));
        Assert.Equal(0, review.Exchanges.Exchanges);
    }

    [Fact]
    public void Titles_AllLists_AreThoseOfAReviewInOrder()
    {
        var context = new ReviewContext(Policy.PartnerId.Parse("ziekenhuis-noord"), WeekPeriod.LastWeek(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow, new TestPolicy().Current.Snapshot);
        var store = new FakeStore();

        var titles = ReviewLists.Of(context, new FakeLog(store), store).Select(static l => l.Title);

        Assert.Equal(WeekListTitles.All, titles);
    }
}
