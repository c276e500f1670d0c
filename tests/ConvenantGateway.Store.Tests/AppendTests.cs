using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store.Tests;

public abstract class AppendTests
{
    private protected abstract StoreEngine Engine { get; }

    [Theory]
    [InlineData("INSERT INTO leaf (idx, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency) SELECT 2, hash, bytes, time, tx, type, caller, counterparty, purpose, outcome, rules, emergency FROM leaf WHERE idx = 1")]
    [InlineData("DELETE FROM leaf WHERE idx = 1")]
    public async Task Append_LogOfAnotherLengthThanTheTree_IsRefusedAndTheLogStops(string change)
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record());
        await store.AppendAsync(A.Record());
        await using var connection = store.Connect();
        connection.Execute(change);
        var leaves = connection.Scalar("SELECT count(*) FROM leaf");

        var refused = await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record(A.View(A.Ashg))).AsTask());
        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record()).AsTask());

        Assert.True(Assert.IsType<LogStoreException>(refused.InnerException).IsPermanent);
        Assert.Contains("not as long as the tree", refused.InnerException.Message, StringComparison.Ordinal);
        Assert.False(store.Gateway.Log.IsHealthy);
        Assert.Equal(leaves, connection.Scalar("SELECT count(*) FROM leaf"));
        Assert.Equal(2, Convert.ToInt32(connection.Scalar("SELECT max(size) FROM checkpoint"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(9000)]
    public async Task Append_MoreThanAStatementTakes_IsOneCommit(int count)
    {
        await using var store = new TemporaryStore(Engine);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));

        var receipts = await Task.WhenAll(await store.BatchAsync(Enumerable.Range(0, count).Select(static _ => (A.Record(A.View(A.Ashg)), (ICompanionWrites?)null))));

        Assert.Equal(Enumerable.Range(1, count).Select(static i => (long)i), receipts.Select(static r => r.Index));
        await using var connection = store.Connect();
        Assert.Equal(1, Convert.ToInt32(connection.Scalar("SELECT count(*) FROM checkpoint WHERE size > 1"), System.Globalization.CultureInfo.InvariantCulture));
        var verified = await store.Gateway.Reading.VerifyAsync(default);
        Assert.True(verified.IsValid && verified.TreeSize == count + 1, string.Join('\n', verified.Findings));
    }

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

        var appends = await store.BatchAsync((A.Record(), null), (A.Record(), claim with { Resources = [A.Resource(A.Ashg, A.Ashg, "Patient", "x")] }), (A.Record(), null));

        Assert.Equal("transaction", (await Assert.ThrowsAsync<CompanionConflictException>(() => appends[1])).Message);
        Assert.Equal(1, (await appends[0]).Index);
        Assert.Equal(2, (await appends[2]).Index);
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Ashg, "Patient", "x", default));
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    private static RolSet RolSetOf() => RolSet.Of(BetrokkeneRol.Slachtoffer);
}
