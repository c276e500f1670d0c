using ConvenantGateway.Audit;
using ConvenantGateway.Development.Operations;
using ConvenantGateway.Development.Policies;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;
using ConvenantGateway.Store;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Faults;

/// <summary>A node on PostgreSQL: the same exchanges; a server that is gone is a 503 for every kind of request, and all of it works again when the server is back.</summary>
public sealed class ServerGoneTests : IAsyncLifetime
{
    private readonly PostgresFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Exchange_ServerGone_Is503AndWorksAgainWhenItIsBack()
    {
        using var hospital = new Caller(_gateway, "ziekenhuis-noord");
        using var operations = new HttpClient { BaseAddress = _gateway.Operations };
        var token = await hospital.TokenAsync(Tokens.Treat(_gateway));
        using var before = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Voor").ToJsonString());
        Assert.Equal(200, (int)before.StatusCode);

        _gateway.Cluster.StopServer();
        using var refused = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Weg").ToJsonString());
        var text = await refused.Content.ReadAsStringAsync();
        using var read = await hospital.SendAsync(HttpMethod.Get, "/huisarts-noord/fhir/metadata", null);
        Assert.Equal(503, (int)refused.StatusCode);
        Assert.Contains("CG-AUDIT-001", text, StringComparison.Ordinal);
        Assert.False(refused.Headers.Contains("Convenant-Receipt"));
        Assert.Equal(503, (int)read.StatusCode);
        Assert.Equal(503, (int)(await operations.GetAsync("/health/ready")).StatusCode);

        _gateway.Cluster.StartServer();
        using var after = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Weg").ToJsonString());
        Assert.Equal(200, (int)after.StatusCode);
        Assert.Equal(200, (int)(await operations.GetAsync("/health/ready")).StatusCode);
        Assert.True((await _gateway.World.Store.Reading.VerifyAsync(default)).IsValid);
    }

    [Fact]
    public async Task Open_OnAServer_KeepsItsDeskInTheStateFolder()
    {
        await _gateway.RestartAsync();

        Assert.Equal(Environment.ProcessId, new ActivationDesk(_gateway.State).ProcessId());
        Assert.True(File.Exists(Path.Combine(_gateway.State, "convenant.lock")));
        Assert.False(File.Exists(Path.Combine(_gateway.State, "convenant.db")));
        Assert.Equal(Path.Combine(_gateway.State, "orders"), _gateway.World.Orders.Root);
        Assert.False(Directory.Exists(_gateway.Database));
    }

    [Fact]
    public async Task Order_OnAServer_IsTakenFromTheStateFolder()
    {
        var person = Convert.ToHexStringLower(new byte[16]);
        var order = new LogOrder
        {
            Id = Guid.CreateVersion7(),
            At = TimeProvider.System.GetUtcNow(),
            Kind = LogOrderKind.Hold,
            By = "beheer-noord",
            Rule = "zaak-17",
            Until = new DateOnly(2999, 1, 1),
            Persons = [new LogOrderPerson("politie-noord", person, RetentionClass.Log)],
        };
        var desk = new DeskFolder(Path.Combine(_gateway.State, "orders"));
        desk.Ask(order.Id, order);

        Assert.Equal(1, await _gateway.App.Services.GetRequiredService<NodeOrders>().CarryOutAsync());

        Assert.Equal("done", desk.Answer<LogOrderReport>(order.Id)?.Outcome);
    }
}
