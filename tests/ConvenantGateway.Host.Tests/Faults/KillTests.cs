using System.Collections.Concurrent;
using System.Diagnostics;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Faults;

/// <summary>The node is killed under load: every receipt that a client holds is in the log after the restart, and the log verifies.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private readonly GatewayFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Kill_UnderLoad_LosesNoReceipt()
    {
        var receipts = new ConcurrentBag<(Guid Transaction, string Leaf)>();
        for (var round = 0; round < 3; round++)
        {
            await _gateway.StopAsync();
            using (var node = StartNode())
            {
                await LoadUntilKilledAsync(node, receipts);
            }

            await _gateway.RestartAsync();
            var reading = _gateway.World.Store.Reading;
            Assert.True((await reading.VerifyAsync(default)).IsValid);
            foreach (var (transaction, leaf) in receipts)
            {
                Assert.Equal(leaf, (await reading.ProofAsync("ziekenhuis-noord", transaction, default))?.LeafHash);
            }
        }

        Assert.NotEmpty(receipts);
    }

    private async Task LoadUntilKilledAsync(Process node, ConcurrentBag<(Guid, string)> receipts)
    {
        using var hospital = new Caller(_gateway, "ziekenhuis-noord");
        var token = await FirstTokenAsync(hospital);
        var held = 0;
        var load = Enumerable.Range(0, 8).Select(async worker =>
        {
            try
            {
                while (true)
                {
                    using var response = worker % 2 == 0
                        ? await hospital.PushAsync("huisarts-noord", token, Messages.Treatment($"Last{worker}").ToJsonString())
                        : await hospital.SendAsync(HttpMethod.Get, "/huisarts-noord/fhir/metadata", null);
                    var header = response.Headers.GetValues("Convenant-Receipt").Single();
                    await response.Content.ReadAsByteArrayAsync();
                    receipts.Add((Guid.Parse(response.Headers.GetValues("Fsc-Transaction-Id").Single()), header.Split("leaf=\"")[1].TrimEnd('"')));
                    if (Interlocked.Increment(ref held) == 100)
                    {
                        node.Kill();
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The node is gone: what came before is held.
            }
        });
        await Task.WhenAll(load);
        await node.WaitForExitAsync();
    }

    private async Task<string> FirstTokenAsync(Caller hospital)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await hospital.TokenAsync(Tokens.Treat(_gateway));
            }
            catch (HttpRequestException) when (attempt < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private Process StartNode()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            typeof(GatewayApp).Assembly.Location, "--policies", GatewayFixture.PolicyRoot, "--covenant", "modelconvenant-2009", "--database", _gateway.Database,
            "--certificates", _gateway.Certificates, "--partner-port", $"{_gateway.Partners.Port}", "--officer-port", $"{_gateway.Officers.Port}",
            "--operations-port", $"{_gateway.Operations.Port}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var node = Process.Start(start) ?? throw new InvalidOperationException("the node did not start");
        node.OutputDataReceived += static (_, _) => { };
        node.ErrorDataReceived += static (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        return node;
    }
}
