using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests.Erasing;

public abstract class LegalHoldTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Erase_PersonHeld_IsRefusedUntilTheHoldIsLifted()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        var hold = AnOrder.Hold(store, 5);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(hold)).Outcome);

        var refused = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.Equal("refused", refused.Outcome);
        Assert.Contains(hold.Id.ToString("D"), refused.Lines[0], StringComparison.Ordinal);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 0)).Values);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5))).Outcome);
        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
        Assert.Equal("nothing", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5))).Outcome);
    }

    [Fact]
    public async Task Erase_SharesAViewWithAPersonHeld_IsRefused()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 6));

        var refused = await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5));

        Assert.Equal("refused", refused.Outcome);
        Assert.NotEmpty((await AnOrder.ReadAsync(store, 0)).Values);
    }

    [Fact]
    public async Task Erase_AnotherPersonHeld_IsNotStopped()
    {
        await using var store = new TemporaryStore(Engine);
        await AnOrder.AppendAsync(store, 5);
        await AnOrder.AppendAsync(store, 6);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 6));

        Assert.Equal("done", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5))).Outcome);
    }

    [Fact]
    public async Task Hold_LastDayPastOrMissing_IsRefused()
    {
        await using var store = new TemporaryStore(Engine);

        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5, days: -2))).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5) with { Until = null })).Outcome);
    }

    [Fact]
    public async Task Hold_LaidAndLifted_AreRecordsOfTheViewerOnly()
    {
        await using var store = new TemporaryStore(Engine);
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Hold(store, 5));
        await store.Gateway.Orders.CarryOutAsync(AnOrder.Lift(store, 5));

        var records = await store.Gateway.Reading.ListAsync(AnOrder.Viewer, new RecordQuery { Types = [RecordType.LegalHold] }, default);

        Assert.Equal(["lifted", "laid"], records.Select(static r => r.Record.Outcome));
        Assert.Empty(await store.Gateway.Reading.ListAsync("ziekenhuis-noord", new RecordQuery(), default));
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("00000000000000000000000000000000AA")]
    [InlineData("0000000000000000000000000000000G")]
    [InlineData("")]
    public async Task Order_PersonIsNoBlindValue_IsRefused(string person)
    {
        await using var store = new TemporaryStore(Engine);
        var order = AnOrder.Erase(store, 5) with { Persons = [new LogOrderPerson(AnOrder.Viewer, person, RetentionClass.Log)] };

        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(order)).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(order with { Persons = [] })).Outcome);
        Assert.Equal("refused", (await store.Gateway.Orders.CarryOutAsync(AnOrder.Erase(store, 5) with { Kind = LogOrderKind.None })).Outcome);
    }
}
