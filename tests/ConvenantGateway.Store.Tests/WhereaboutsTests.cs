using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

public abstract class WhereaboutsTests
{
    private protected abstract StoreEngine Engine { get; }

    private static readonly PersonHandle Anna = A.Handle(1);
    private static readonly KnownWhereabout Home = new(TextFormKind.Street, new string('a', 64), CategorySet.Of(4), IsReleased: false);

    [Fact]
    public async Task Read_OfAnother_FindsNothing()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(Home));
        Assert.Equal([Home], (await store.Gateway.Whereabouts.ReadAsync(Anna, default)).Values);
        Assert.Empty((await store.Gateway.Whereabouts.ReadAsync(A.Handle(2), default)).Values);
    }

    [Fact]
    public async Task Write_SameDigestAgain_GainsCategoryAndReleaseAndLosesNone()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), Writes(Home with { Category = CategorySet.Of(5) }));
        await store.AppendAsync(A.Record(), Writes(Home with { IsReleased = true }));
        await store.AppendAsync(A.Record(), Writes(Home));
        var known = Assert.Single((await store.Gateway.Whereabouts.ReadAsync(Anna, default)).Values);
        Assert.Equal((CategorySet.Of(4) | CategorySet.Of(5), true), (known.Category, known.IsReleased));
        Assert.False(known.IsHidden);
    }

    [Fact]
    public async Task Cases_OfTwoHolders_AreBothKnownAfterReopening()
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(), new StoreWrites { Cases = [new OpenCase(Anna, A.Ashg), new OpenCase(Anna, A.Gp), new OpenCase(Anna, A.Ashg)] });
        await store.ReopenAsync();
        Assert.Equal([A.Ashg, A.Gp], (await store.Gateway.Whereabouts.ReadAsync(Anna, default)).CasesOf);
    }

    [Fact]
    public async Task Files_AfterWriting_HoldNoHandle()
    {
        await using var store = new TemporaryStore(Engine);
        var handle = new PersonHandle(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        await store.AppendAsync(A.Record(), new StoreWrites { Whereabouts = [new WhereaboutsWrite(handle, Home, A.Ashg, A.Noon)] });
        await store.ReopenAsync();

        Assert.Empty(await store.FilesWith(handle.ToBytes()));
    }

    private static StoreWrites Writes(KnownWhereabout value) => new() { Whereabouts = [new WhereaboutsWrite(Anna, value, A.Ashg, A.Noon)] };
}
