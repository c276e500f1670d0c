using System.Text;
using ConvenantGateway.Host.OfficerConsole;
using CsCheck;

namespace ConvenantGateway.Browser.Tests.Weeks;

/// <summary>The sample is fixed by the week and the log, and by nothing that an officer can turn.</summary>
public sealed class WeekSampleTests
{
    private static readonly DutchWeek Week = DutchWeek.Of(new DateOnly(2026, 11, 18));
    private static readonly byte[] Checkpoint = "gateway.test\n100\nAAAA=\n\n— gateway.test AAAA\n"u8.ToArray();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(100, 5)]
    [InlineData(101, 6)]
    [InlineData(1000, 50)]
    public void SizeOf_Records_IsFivePercentAndAtLeastFive(int records, int expected)
    {
        var size = WeekSample.SizeOf(records);

        Assert.Equal(expected, size);
    }

    [Fact]
    public void Choose_AnyOrderOfTheRecords_TakesTheSame() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int).Sample(static (count, seed) =>
        {
            var records = Records(count);
            var shuffled = records.ToArray();
            new Random(seed).Shuffle(shuffled);

            var chosen = WeekSample.Choose(Week, Checkpoint, records);

            return chosen.SetEquals(WeekSample.Choose(Week, Checkpoint, shuffled)) && chosen.Count == WeekSample.SizeOf(count);
        });

    [Fact]
    public void Choose_OtherCheckpointOrWeek_TakesOthersAndASignatureMoreDoesNot()
    {
        var records = Records(400);
        byte[] other = [.. Checkpoint];
        other[^30] ^= 1;
        byte[] cosigned = [.. Checkpoint, .. Encoding.UTF8.GetBytes("— getuige AAAA\n")];

        var chosen = WeekSample.Choose(Week, Checkpoint, records);

        Assert.False(chosen.SetEquals(WeekSample.Choose(Week, "gateway.test\n100\nBAAA=\n\n"u8, records)));
        Assert.False(chosen.SetEquals(WeekSample.Choose(Week.Plus(1), Checkpoint, records)));
        Assert.True(chosen.SetEquals(WeekSample.Choose(Week, cosigned, records)));
    }

    [Fact]
    public async Task Sample_PeriodOfTwoWeeks_IsThatOfEachWeekTogether()
    {
        await using var host = await Planted.EmptyAsync();
        var monday = Planted.Monday(host);
        for (var i = 0; i < 40; i++)
        {
            await host.AddAsync(Planted.Exchange(monday.AddDays(-7).AddMinutes(i)));
        }

        for (var i = 0; i < 40; i++)
        {
            await host.AddAsync(Planted.Exchange(monday.AddMinutes(i)));
        }

        var first = (await host.LinesAsync(WeekListTitles.Sample, weeksAgo: 2)).Keys();
        var second = (await host.LinesAsync(WeekListTitles.Sample)).Keys();
        var last = DutchWeek.Of(host.Time.GetUtcNow()).Plus(-1);
        var both = await new WeekReviews(host.Log, host.Store).ReadAsync(
            Policy.PartnerId.Parse(Planted.Hospital), new WeekPeriod(last.Plus(-1), last), host.Time.GetUtcNow(), new TestPolicy().Current.Snapshot, CancellationToken.None);

        Assert.Equal((5, 5), (first.Length, second.Length));
        Assert.Equal(second.AddRange(first), both.LinesOf(WeekListTitles.Sample).Keys());
    }

    [Fact]
    public async Task Sample_WeekThatStillRuns_IsNotThere()
    {
        await using var host = await Planted.EmptyAsync();
        await host.AddAsync(Planted.Exchange(DutchWeek.Of(host.Time.GetUtcNow()).Start));

        var lines = await host.LinesAsync(WeekListTitles.Sample, weeksAgo: 0);

        Assert.Empty(lines);
    }

    [Theory]
    [InlineData("2026-11-18", "2026-11-19", "2026-11-16", "2026-11-22")]
    [InlineData("2026-11-22", "2026-11-23", "2026-11-16", "2026-11-29")]
    [InlineData("2026-10-19", "2026-11-22", "2026-10-19", "2026-11-22")]
    [InlineData("2026-10-18", "2026-11-22", "2026-11-16", "2026-11-22")]
    [InlineData("2026-11-19", "2026-11-18", "2026-11-16", "2026-11-22")]
    [InlineData("0001-01-01", "9999-12-31", "2026-11-16", "2026-11-22")]
    [InlineData("9999-12-31", "9999-12-31", "2026-11-16", "2026-11-22")]
    public void Period_OfTwoDays_IsWholeWeeksAndAtMostFive(string from, string until, string monday, string sunday)
    {
        var now = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

        var period = WeekPeriod.Of(DateOnly.Parse(from), DateOnly.Parse(until), now);

        Assert.Equal((DateOnly.Parse(monday), DateOnly.Parse(sunday)), (period.First.Monday, period.Last.Sunday));
    }

    [Theory]
    [InlineData(2026, 1, 13, "2026-W01")]
    [InlineData(2026, 4, 14, "2026-W40")]
    [InlineData(2025, 1, 13, "2025-W01")]
    public void Quarter_Weeks_AreThoseWhoseThursdayLiesInIt(int year, int quarter, int weeks, string first)
    {
        var found = DutchWeek.OfQuarter(year, quarter);

        Assert.Equal(weeks, found.Count);
        Assert.Equal(first, found[0].ToString());
    }

    private static List<(long, Guid)> Records(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => ((long)i, new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])))];
}
