using ConvenantGateway.Host.Demo;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>The stories on a whole node, under today's law.</summary>
public sealed class LaterStoryPlayTests(LaterGatewayFixture gateway) : IClassFixture<LaterGatewayFixture>
{
    [Fact]
    public async Task Play_UnderTodaysLaw_GoesAsTheStoriesSay()
    {
        await using var report = new StringWriter();
        var went = await DemoRun.PlayAsync(gateway.App, gateway.World, report);

        Assert.True(went, report.ToString());
    }
}
