using ConvenantGateway.Audit;
using ConvenantGateway.Host.Operations;
using ConvenantGateway.Store;
using Microsoft.Extensions.DependencyInjection;

namespace ConvenantGateway.Host.Tests.Activation;

/// <summary>Orders about the log, left for a running node.</summary>
public sealed class NodeOrderTests : IAsyncLifetime
{
    private static readonly ReadOnlyMemory<byte> Handle = Enumerable.Repeat((byte)7, 32).ToArray();

    private readonly SigningNode _node = new();

    public async ValueTask InitializeAsync() => Assert.Empty(await _node.StartAsync());

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task Order_LeftForARunningNode_IsCarriedOutAndAnswered()
    {
        var index = await AppendAsync();
        var order = Order(TimeProvider.System.GetUtcNow());
        NodeOrders.DeskOf(_node.Data).Ask(order.Id, order);

        var count = await _node.Services.GetRequiredService<NodeOrders>().CarryOutAsync();

        Assert.Equal(1, count);
        Assert.Equal("done", NodeOrders.DeskOf(_node.Data).Answer<LogOrderReport>(order.Id)?.Outcome);
        Assert.Equal("Wbp-36", (await _node.World.Store.Reading.FindAsync("veilig-thuis-noord", index, default))!.Erased?.Rule);
        Assert.Equal(0, await _node.Services.GetRequiredService<NodeOrders>().CarryOutAsync());
    }

    [Fact]
    public async Task Order_OldOrUnreadable_IsDropped()
    {
        var index = await AppendAsync();
        var order = Order(TimeProvider.System.GetUtcNow().AddHours(-1));
        var desk = NodeOrders.DeskOf(_node.Data);
        desk.Ask(order.Id, order);
        await File.WriteAllTextAsync(Path.Combine(desk.Root, "request-x.json"), "{}");

        Assert.Equal(0, await _node.Services.GetRequiredService<NodeOrders>().CarryOutAsync());

        Assert.NotEmpty((await _node.World.Store.Reading.FindAsync("veilig-thuis-noord", index, default))!.Values);
        Assert.Empty(Directory.EnumerateFiles(desk.Root));
    }

    private LogOrder Order(DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        At = at,
        Kind = LogOrderKind.Erase,
        By = "beheer-noord",
        Rule = "Wbp-36",
        Persons = [new LogOrderPerson("veilig-thuis-noord", Convert.ToHexStringLower(new ViewSealer(_node.World.Store.Keys).Blind("veilig-thuis-noord", Handle.Span)), RetentionClass.Log)],
    };

    private async Task<long> AppendAsync() => (await _node.World.Store.Log.AppendAsync(
        new ExchangeRecord
        {
            Type = RecordType.Exchange,
            Transaction = Guid.CreateVersion7(),
            Time = TimeProvider.System.GetUtcNow(),
            Caller = "veilig-thuis-noord",
            Outcome = "released",
            BodyDigest = new string('0', 64),
            Views = [new RecordView("veilig-thuis-noord", [new RecordValue("actor", "900012345")], [Handle])],
        },
        null,
        CancellationToken.None)).Index;
}
