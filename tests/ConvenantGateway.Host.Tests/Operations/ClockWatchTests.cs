using ConvenantGateway.Audit;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Tests.Gateway;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConvenantGateway.Host.Tests.Operations;

/// <summary>A clock that is set leaves a record with the amount; time that passes does not.</summary>
[Collection(GatewayCollection.Name)]
public sealed class ClockWatchTests(GatewayFixture gateway)
{
    private readonly NodeConcerns _concerns = new();

    [Theory]
    [InlineData(-3_000, "set-back")]
    [InlineData(-86_400_000, "set-back")]
    [InlineData(2_500, "set-forward")]
    public async Task Look_ClockSet_IsRecordedWithTheAmount(int milliseconds, string outcome)
    {
        var clocks = new TwoClocks(TimeProvider.System.GetUtcNow().AddDays(400));
        using var watch = Watch(clocks);
        await watch.LookAsync();
        var before = (await RecordsAsync()).Count;

        clocks.Pass(TimeSpan.FromSeconds(5));
        clocks.Set(TimeSpan.FromMilliseconds(milliseconds));
        await watch.LookAsync();
        clocks.Pass(TimeSpan.FromSeconds(5));
        await watch.LookAsync();

        var records = await RecordsAsync();
        Assert.Equal(before + 1, records.Count);
        Assert.Equal((outcome, milliseconds.ToString()), (records[0].Record.Outcome, records[0].Values.Single(static v => v.Field == "step-milliseconds").Value));
    }

    [Theory]
    [InlineData(1_900)]
    [InlineData(-1_900)]
    [InlineData(0)]
    public async Task Look_ClockSlews_IsNoStep(int milliseconds)
    {
        var clocks = new TwoClocks(TimeProvider.System.GetUtcNow().AddDays(400));
        using var watch = Watch(clocks);
        await watch.LookAsync();
        var before = (await RecordsAsync()).Count;

        clocks.Pass(TimeSpan.FromMinutes(3));
        clocks.Set(TimeSpan.FromMilliseconds(milliseconds));
        await watch.LookAsync();

        Assert.Equal(before, (await RecordsAsync()).Count);
    }

    [Fact]
    public async Task Start_ClockBeforeTheNewestRecord_IsRecordedAndAmberUntilItCatchesUp()
    {
        var clocks = new TwoClocks(TimeProvider.System.GetUtcNow().AddDays(-2));
        using var watch = Watch(clocks);
        await watch.StartAsync(default);
        var records = await RecordsAsync();
        Assert.Equal("behind", records[0].Record.Outcome);
        Assert.NotNull(_concerns.Sentence);

        clocks.Pass(TimeSpan.FromDays(1));
        await watch.LookAsync();
        Assert.NotNull(_concerns.Sentence);
        clocks.Pass(TimeSpan.FromDays(1000));
        await watch.LookAsync();

        Assert.Null(_concerns.Sentence);
        Assert.Equal(records.Count, (await RecordsAsync()).Count);
    }

    private ClockWatch Watch(TimeProvider time) =>
        new(gateway.World.Store.Log, gateway.World.Store.Check, gateway.World.Policies, _concerns, time, NullLogger<ClockWatch>.Instance);

    private ValueTask<IReadOnlyList<VisibleRecord>> RecordsAsync() =>
        gateway.World.Store.Reading.ListAsync("beheer-noord", new RecordQuery { Types = [RecordType.ClockStep], Limit = 500 }, default);
}
