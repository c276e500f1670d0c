using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

/// <summary>A relay that a crash cut off counts as disclosed, once.</summary>
public abstract class RelayRecoveryTests
{
    private static readonly ReadOnlyMemory<byte> Person = Enumerable.Repeat((byte)7, 32).ToArray();

    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Close_IntentWithoutOutcome_IsUnknownWithWhatItReleased()
    {
        await using var store = new TemporaryStore(Engine);
        var intent = Intent();
        await store.AppendAsync(intent);
        await store.ReopenAsync();

        var closed = await Recovery(store).CloseAsync(default);

        Assert.Equal(1, closed);
        var found = Assert.Single(await store.Gateway.Reading.ListAsync(A.Ashg.Value, new RecordQuery { Types = [RecordType.RelayOutcome], Person = Person }, default));
        Assert.Equal("unknown", found.Record.Outcome);
        Assert.Equal(intent.Transaction, found.Record.Transaction);
        Assert.Equal(["actor", "level", "relay"], found.Values.Select(static v => v.Field));
    }

    [Fact]
    public async Task Close_ASecondTime_WritesNothing()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(Intent());
        await Recovery(store).CloseAsync(default);

        Assert.Equal(0, await Recovery(store).CloseAsync(default));
    }

    [Fact]
    public async Task Close_IntentWithOutcome_IsLeftAlone()
    {
        await using var store = new TemporaryStore(Engine);
        var intent = Intent();
        await store.AppendAsync(intent);
        await store.AppendAsync(intent with { Type = RecordType.RelayOutcome, Outcome = "released" });

        Assert.Equal(0, await Recovery(store).CloseAsync(default));
    }

    [Fact]
    public async Task Close_OutcomeOfAnotherTransaction_DoesNotCount()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(Intent());
        await store.AppendAsync(Intent() with { Type = RecordType.RelayOutcome, Outcome = "released" });

        Assert.Equal(1, await Recovery(store).CloseAsync(default));
    }

    [Fact]
    public async Task Close_OutcomeOfAnotherCallerUnderTheSameTransaction_DoesNotCount()
    {
        await using var store = new TemporaryStore(Engine);
        var intent = Intent();
        await store.AppendAsync(intent);
        await store.AppendAsync(intent with { Type = RecordType.RelayOutcome, Outcome = "released", Caller = A.Gp.Value });

        Assert.Equal(1, await Recovery(store).CloseAsync(default));
    }

    private static ExchangeRecord Intent() => A.Record(A.View(A.Ashg, Person), A.View(A.Hospital)) with { Type = RecordType.RelayIntent, Outcome = "pending" };

    private static RelayRecovery Recovery(TemporaryStore store) => new(store.Gateway.Relays, store.Gateway.Log, TimeProvider.System);
}
