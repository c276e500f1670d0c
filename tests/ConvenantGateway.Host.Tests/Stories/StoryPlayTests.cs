using ConvenantGateway.Development.Stories;
using ConvenantGateway.Host.Demo;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Stories;

/// <summary>The stories on a whole node, under the re-enacted covenant, twice on one database.</summary>
public sealed class StoryPlayTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task Play_TwiceOnOneDatabase_GoesAsTheStoriesSay()
    {
        for (var time = 1; time <= 2; time++)
        {
            await using var report = new StringWriter();
            var went = await DemoRun.PlayAsync(gateway.App, gateway.World, report);

            Assert.True(went, report.ToString());
        }
    }

    [Fact]
    public async Task Play_UnderAnotherLaw_SaysWhatIsNotSo()
    {
        await using var report = new StringWriter();
        var options = new StoryOptions
        {
            BaseUri = gateway.Partners,
            ConsoleBaseUri = gateway.Officers,
            CertificatesDirectory = gateway.Certificates,
            Covenant = "convenant-2025",
            LawDate = new DateOnly(2025, 6, 1),
            Output = report,
        };

        Assert.False(await StoryRunner.PlayAsync(options, TestContext.Current.CancellationToken));
        Assert.Contains("NIET ZOALS HET VERHAAL", report.ToString(), StringComparison.Ordinal);
    }
}
