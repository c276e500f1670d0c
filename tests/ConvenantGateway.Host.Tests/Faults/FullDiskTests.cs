using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Faults;

/// <summary>A full disk is a 503: nothing leaves, nothing is stored, and it works again once there is room.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly GatewayFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Exchange_DiskFull_Is503AndWorksAgainWithRoom()
    {
        using var hospital = new Caller(_gateway, "ziekenhuis-noord");
        using var operations = new HttpClient { BaseAddress = _gateway.Operations };
        var token = await hospital.TokenAsync(Tokens.Treat(_gateway));
        var store = _gateway.World.Store.Store;
        store.LimitPages(store.Pages());

        var large = Messages.Treatment("Vol");
        large["entry"]![1]!["resource"]!["code"]!["text"] = new string('x', 900_000);
        using var refused = await hospital.PushAsync("huisarts-noord", token, large.ToJsonString(), ("Idempotency-Key", "vol"));
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Contains("CG-AUDIT-001", text, StringComparison.Ordinal);
        Assert.Contains("112", text, StringComparison.Ordinal);
        Assert.DoesNotContain("transaction-response", text, StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Convenant-Receipt"));
        Assert.Equal(503, (int)(await operations.GetAsync("/health/ready")).StatusCode);

        store.LimitPages(1_000_000);
        using var accepted = await hospital.PushAsync("huisarts-noord", token, large.ToJsonString(), ("Idempotency-Key", "vol"));
        Assert.Equal(200, (int)accepted.StatusCode);
        Assert.Equal(200, (int)(await operations.GetAsync("/health/ready")).StatusCode);
        Assert.True((await _gateway.World.Store.Reading.VerifyAsync(default)).IsValid);
    }
}
