using System.CommandLine;
using System.Text.Json.Nodes;
using ConvenantGateway.Cli.Leakcheck;

namespace ConvenantGateway.Leakcheck.Tests;

/// <summary>Each channel is shown to be watched: the real gateway with one deliberate leak around it is caught, and without one is not.</summary>
public sealed class SeededLeakTests : IDisposable
{
    private static readonly string Certificates = Path.Combine(Path.GetTempPath(), $"leakcheck-certificates-{Environment.ProcessId}");

    public static TheoryData<string> Channels => [.. Enum.GetNames<Channel>().Select(static c => c.ToLowerInvariant())];

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Leakcheck_LeakSeededInAChannel_ExitsTwoAndNamesChannelAndElement(string channel)
    {
        var (code, output) = await RunAsync(channel);

        Assert.True(code == 2, output);
        var leaks = JsonNode.Parse(output)![0]!["leaks"]!.AsArray();
        Assert.Contains(leaks, l => l!["channel"]!.ToString() == channel && l["path"]!.ToString() == "Patient.text.div" && l["sender"]!.ToString() == "ashg-noord");
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

    public void Dispose() => Environment.SetEnvironmentVariable("CONVENANT_LEAKY_CHANNEL", null);

    private static async Task<(int Code, string Output)> RunAsync(string channel, params string[] more)
    {
        Environment.SetEnvironmentVariable("CONVENANT_LEAKY_CHANNEL", channel);
        string[] gateway = more.Length > 0 ? more : ["--gateway", Path.Combine(AppContext.BaseDirectory, "ConvenantGateway.LeakyHost.dll")];
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await LeakcheckCommand.Create()
            .Parse(["--policies", Repository.Policies, "--covenant", "modelconvenant-2009", "--only", "ashg-noord → vrouwenopvang-noord REFER", "--small", "--json", "--certificates", Certificates, .. gateway])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString() is { Length: > 0 } text ? text : error.ToString());
    }
}
