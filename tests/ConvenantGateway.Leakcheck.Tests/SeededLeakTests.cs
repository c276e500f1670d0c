using System.CommandLine;
using System.Text.Json.Nodes;
using ConvenantGateway.Cli.Leakcheck;

namespace ConvenantGateway.Leakcheck.Tests;

/// <summary>
/// Each of the twelve channels is shown to be watched: the real gateway with deliberate leaks around it is caught, and without them is not. A start takes seconds, so that a gateway leaks through several channels,
/// through each another canary.
/// </summary>
public sealed class SeededLeakTests(CertificateFolder certificates) : IClassFixture<CertificateFolder>, IDisposable
{
    private static readonly string[] Together = ["body,stdout,metrics,log", "header,stderr,receipt,disk", "error,trace,console,export"];

    public static TheoryData<string> Seeded => [.. Together];

    [Fact]
    public void Channels_OfThisTest_AreAllTwelve() =>
        Assert.Equal(Enum.GetNames<Channel>().Select(static c => c.ToLowerInvariant()).Order(StringComparer.Ordinal), string.Join(',', Together).Split(',').Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Seeded))]
    public async Task Leakcheck_LeaksSeeded_ExitsTwoAndNamesEachChannelAndElement(string channels)
    {
        var (code, output) = await RunAsync(channels);

        Assert.True(code == 2, output);
        var leaks = JsonNode.Parse(output)![0]!["leaks"]!.AsArray().Select(static l => (Channel: l!["channel"]!.ToString(), Token: l["token"]!.ToString(), Path: l["path"]!.ToString())).Distinct().ToList();
        Assert.Equal(channels.Split(',').Order(StringComparer.Ordinal), leaks.Select(static l => l.Channel).Order(StringComparer.Ordinal));
        Assert.Equal(leaks.Count, leaks.Select(static l => l.Token).Distinct().Count());
        Assert.All(leaks, static l => Assert.EndsWith(".text.div", l.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leakcheck_NothingSeeded_ExitsZeroAndSomethingArrived()
    {
        var (code, output) = await RunAsync("none");

        Assert.True(code == 0, output);
        Assert.True(JsonNode.Parse(output)![0]!["arrived"]!.GetValue<int>() > 100, output);
    }

    [Fact]
    public async Task Leakcheck_GatewayThatIsNotThere_ExitsOne()
    {
        var (code, _) = await RunAsync("none", "--gateway", Path.Combine(Path.GetTempPath(), "nowhere.dll"));
        Assert.Equal(1, code);
    }

    public void Dispose() => Environment.SetEnvironmentVariable("CONVENANT_LEAKY_CHANNELS", null);

    private async Task<(int Code, string Output)> RunAsync(string channels, params string[] more)
    {
        Environment.SetEnvironmentVariable("CONVENANT_LEAKY_CHANNELS", channels);
        string[] gateway = more.Length > 0 ? more : ["--gateway", Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.LeakyHost.dll")];
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await LeakcheckCommand.Create()
            .Parse(["--policies", Repository.Policies, "--covenant", "modelconvenant-2009", "--only", "ashg-noord → vrouwenopvang-noord REFER", "--small", "--json", "--certificates", certificates.Path, .. gateway])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString() is { Length: > 0 } text ? text : error.ToString());
    }
}
