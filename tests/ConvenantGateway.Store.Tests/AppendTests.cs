using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

public abstract class AppendTests
{
    private protected abstract StoreEngine Engine { get; }

    [Fact]
    public async Task Append_ThenRead_GivesRecordAndResource()
    {
        await using var store = new TemporaryStore(Engine);
        var handle = A.Handle(7);
        var person = new StoredPerson("p1", handle, RolSetOf());
        var resource = A.Resource(A.Ashg, A.Ashg, "Patient", "p1", person);

        var receipt = await store.AppendAsync(A.Record(A.View(A.Ashg, handle.ToBytes())), A.Storing(resource));

        Assert.Equal(0, receipt.Index);
        var read = await store.Gateway.Resources.ReadAsync(A.Ashg, "Patient", "p1", default);
        Assert.Equal(A.Text(resource.Json), A.Text(read!.Json));
        Assert.Equal(person, Assert.Single(read.Persons));
        var record = Assert.Single(await store.Gateway.Reading.ListAsync("ashg-noord", new RecordQuery { Person = handle.ToBytes() }, default));
        Assert.Equal("900012345", record.Values[0].Value);
        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid, string.Join('\n', verified.Findings));
    }

    [Fact]
    public async Task Append_ConflictingCompanion_FailsAloneWithoutLeaf()
    {
        await using var store = new TemporaryStore(Engine);
        var claim = new StoreWrites { Claim = (A.Hospital, Guid.CreateVersion7()) };
        await store.AppendAsync(A.Record(), claim);

        var before = store.AppendAsync(A.Record(), null).AsTask();
        var conflict = store.AppendAsync(A.Record(), claim with { Resources = [A.Resource(A.Ashg, A.Ashg, "Patient", "x")] }).AsTask();
        var after = store.AppendAsync(A.Record(), null).AsTask();

        Assert.Equal("transaction", (await Assert.ThrowsAsync<CompanionConflictException>(() => conflict)).Message);
        Assert.Equal(1, (await before).Index);
        Assert.Equal(2, (await after).Index);
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Ashg, "Patient", "x", default));
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    private static RolSet RolSetOf() => RolSet.Of(BetrokkeneRol.Slachtoffer);
}
