using ConvenantGateway.Audit;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store.Tests;

/// <summary>The newest stretch is checked as the whole is; what was changed in it is found, and a log that is not trusted takes nothing more.</summary>
public sealed class SelfCheckTests
{
    private static readonly LogStretch Small = new(0, 20, 40);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(300)]
    [InlineData(530)]
    public async Task Check_UnchangedLog_IsValid(int size)
    {
        await using var store = await StoreOf(size);

        var found = await store.Gateway.Check.CheckAsync(Small, default);

        Assert.Empty(found.Findings);
        Assert.Equal((true, size), (found.IsValid, found.TreeSize));
    }

    [Fact]
    public async Task Check_OnPostgres_FindsWhatWasChangedInTheStretch()
    {
        await using var store = await StoreOf(280, StoreEngine.Postgres);
        Assert.Empty((await store.Gateway.Check.CheckAsync(Small, default)).Findings);
        using (var connection = store.Connect())
        {
            Assert.Equal(1, connection.Execute("UPDATE leaf SET outcome = 'absent' WHERE idx = 270"));
        }

        Assert.StartsWith("record 270:", (await store.Gateway.Check.CheckAsync(Small, default)).Findings[0], StringComparison.Ordinal);
        using (var connection = store.Connect())
        {
            Assert.Equal(1, connection.Execute("UPDATE leaf SET outcome = 'released' WHERE idx = 270"));
        }

        await store.ReopenAsync();
        await store.Gateway.DisposeAsync();
        var rotated = KeyRotation.Run(store.Place, TimeSpan.FromDays(30), TimeProvider.System)!;
        await store.ReopenAsync();
        Assert.Equal(280, (await store.AppendAsync(A.Record())).Index);
        using var log = LogDatabase.Open(store.DatabasePath);
        Assert.Empty(log.Verify(rotated.Old, default).Findings);
        Assert.Empty(log.Verify(rotated.New, default).Findings);
    }

    [Theory]
    [InlineData("UPDATE leaf SET bytes = CAST(replace(CAST(bytes AS TEXT), 'released', 'releases') AS BLOB) WHERE idx = 521")]
    [InlineData("UPDATE leaf SET outcome = 'absent' WHERE idx = 511")]
    [InlineData("UPDATE leaf SET time = time + 1 WHERE idx = 529")]
    [InlineData("UPDATE leaf SET hash = zeroblob(32) WHERE idx = 512")]
    [InlineData("DELETE FROM leaf WHERE idx = 520")]
    [InlineData("DELETE FROM leaf WHERE idx = 529")]
    [InlineData("DELETE FROM view WHERE idx = 529")]
    [InlineData("UPDATE view SET sealed = zeroblob(60) WHERE idx = 515")]
    [InlineData("DELETE FROM view_person WHERE idx = 529")]
    [InlineData("UPDATE tile SET hashes = zeroblob(8192) WHERE idx = 1")]
    [InlineData("DELETE FROM tile WHERE idx = 0")]
    [InlineData("UPDATE tile SET root = zeroblob(32) WHERE idx = 0")]
    [InlineData("DELETE FROM checkpoint WHERE size = 530")]
    [InlineData("UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 529) WHERE size = 530")]
    public async Task Check_StretchChanged_IsFound(string sql)
    {
        await using var store = await StoreOf(530);
        Execute(store, sql);

        var found = await store.Gateway.Check.CheckAsync(Small, default);

        Assert.False(found.IsValid);
        Assert.NotEmpty(found.Findings);
    }

    [Fact]
    public async Task Open_NewestStretchChanged_RefusesToServeAndNamesTheCommand()
    {
        await using var store = await StoreOf(30);
        await store.Gateway.DisposeAsync();
        Execute(store, "UPDATE leaf SET outcome = 'absent' WHERE idx = 12");

        var refused = Assert.Throws<InvalidDataException>(() => GatewayStore.Open(store.Options, TimeProvider.System));

        Assert.Contains("record 12", refused.Message, StringComparison.Ordinal);
        Assert.Contains("audit verify", refused.Message, StringComparison.Ordinal);
        Execute(store, "UPDATE leaf SET outcome = 'released' WHERE idx = 12");
        await store.ReopenAsync();
    }

    [Fact]
    public async Task Append_LogDistrusted_IsRefusedUntilARestart()
    {
        await using var store = await StoreOf(3);

        store.Gateway.Trust.Distrust("record 1: is missing");

        await Assert.ThrowsAsync<AuditUnavailableException>(async () => await store.AppendAsync(A.Record()));
        Assert.False(store.Gateway.Log.IsHealthy);
        Assert.Equal("record 1: is missing", store.Gateway.Trust.Distrusted);
        await store.ReopenAsync();
        Assert.Equal(3, (await store.AppendAsync(A.Record())).Index);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(10_000, 0, 0)]
    [InlineData(10_000, 9_900, 5_904)]
    [InlineData(2_000_000, 1_900_000, 1_900_000)]
    [InlineData(2_000_000, 0, 951_424)]
    public void Stretch_Running_IsAllSinceTheLastGoodWithBounds(long size, long lastGood, long first) => Assert.Equal(first, LogStretch.Running(lastGood).First(size));

    private static async Task<TemporaryStore> StoreOf(int size, StoreEngine engine = StoreEngine.Sqlite)
    {
        var store = new TemporaryStore(engine);
        for (var i = 0; i < size; i++)
        {
            await store.AppendAsync(A.Record(A.View(A.Ashg, A.Handle((byte)(i % 256)).ToBytes())));
        }

        return store;
    }

    private static void Execute(TemporaryStore store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store.DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Text of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
