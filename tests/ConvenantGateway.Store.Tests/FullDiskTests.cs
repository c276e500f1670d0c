using ConvenantGateway.Audit;

namespace ConvenantGateway.Store.Tests;

public sealed class FullDiskTests
{
    [Fact]
    public async Task Append_DiskFull_IsUnavailableAndWorksAgainWithRoom()
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
        await store.AppendAsync(A.Record(A.View(A.Ashg)));
        store.Gateway.Store.LimitPages(store.Gateway.Store.Pages());

        var large = A.Resource(A.Ashg, A.Ashg, "Condition", "big") with { Json = new byte[1_000_000] };
        await Assert.ThrowsAsync<AuditUnavailableException>(() => store.AppendAsync(A.Record(A.View(A.Ashg)), A.Storing(large)).AsTask());
        Assert.False(store.Gateway.Log.IsHealthy);
        Assert.Null(await store.Gateway.Resources.ReadAsync(A.Ashg, "Condition", "big", default));
        Assert.Single(await store.Gateway.Reading.ListAsync("ashg-noord", new RecordQuery(), default));

        store.Gateway.Store.LimitPages(1_000_000);
        Assert.Equal(1, (await store.AppendAsync(A.Record(A.View(A.Ashg)), A.Storing(large))).Index);
        Assert.True(store.Gateway.Log.IsHealthy);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
        await store.ReopenAsync();
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(778, false)]
    [InlineData(5, false)]
    [InlineData(1034, true)]
    [InlineData(1290, true)]
    [InlineData(11, true)]
    public void Translate_SqliteError_IsPermanentOnlyForSyncAndDamage(int code, bool permanent) =>
        Assert.Equal(permanent, StoreFaults.Translate(new Microsoft.Data.Sqlite.SqliteException("x", code, code)).IsPermanent);
}
