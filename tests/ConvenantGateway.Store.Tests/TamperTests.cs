namespace ConvenantGateway.Store.Tests;

public abstract class TamperTests
{
    private protected abstract StoreEngine Engine { get; }

    [Theory]
    [InlineData("leaf", "bytes", "idx")]
    [InlineData("leaf", "hash", "idx")]
    [InlineData("view", "sealed", "id")]
    [InlineData("view_person", "person", "idx")]
    [InlineData("checkpoint", "note", "size")]
    public async Task Verify_EveryByteOfAColumnChanged_IsFound(string table, string column, string order)
    {
        await using var copy = await SmallCopy();
        using var connection = copy.Connection();
        var rows = connection.Bytes($"SELECT {column} FROM {table} ORDER BY {order}");
        for (var row = 0; row < rows.Count; row++)
        {
            var bytes = rows[row];
            for (var i = 0; i < bytes.Length; i++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)(1 << (i % 8));
                Assert.Equal(1, connection.Execute($"UPDATE {table} SET {column} = ?1 WHERE {column} = ?2", changed, bytes));
                var result = copy.Verify();
                Assert.False(result.IsValid, $"{table}.{column} row {row} byte {i}");
                if (table == "leaf")
                {
                    Assert.StartsWith($"record {row}:", result.Findings[0], StringComparison.Ordinal);
                }

                Assert.Equal(1, connection.Execute($"UPDATE {table} SET {column} = ?1 WHERE {column} = ?2", bytes, changed));
            }
        }

        Assert.True(copy.Verify().IsValid);
    }

    [Theory]
    [InlineData("UPDATE leaf SET time = time + 1 WHERE idx = 1", "record 1:")]
    [InlineData("UPDATE leaf SET caller = 'om-noord' WHERE idx = 1", "record 1:")]
    [InlineData("UPDATE leaf SET outcome = 'absent' WHERE idx = 2", "record 2:")]
    [InlineData("UPDATE leaf SET rules = ' R-1 ' WHERE idx = 0", "record 0:")]
    [InlineData("UPDATE leaf SET emergency = 1 WHERE idx = 1", "record 1:")]
    [InlineData("DELETE FROM leaf WHERE idx = 1", "record 1: is missing")]
    [InlineData("DELETE FROM leaf WHERE idx = 2", "record 2: is missing")]
    [InlineData("DELETE FROM view WHERE idx = 1", "record 1:")]
    [InlineData("UPDATE view SET viewer = 'om-noord' WHERE idx = 1", "record 1:")]
    [InlineData("INSERT INTO view (id, idx, viewer, sealed) VALUES (258, 1, 'om-noord', x'00')", "record 1:")]
    [InlineData("DELETE FROM view_person WHERE idx = 1", "record 1:")]
    [InlineData("INSERT INTO view_person (person, viewer, idx) VALUES (x'00', 'om-noord', 1)", "search by person:")]
    [InlineData("UPDATE view_person SET viewer = 'om-noord' WHERE idx = 1", "record 1:")]
    [InlineData("UPDATE view_person SET idx = 2 WHERE idx = 1", "record 1:")]
    [InlineData("DELETE FROM checkpoint WHERE size = 3", "record 2:")]
    [InlineData("INSERT INTO tile (level, idx, root, hashes) VALUES (0, 0, x'00', x'00')", "tiles:")]
    public async Task Verify_RowsChangedAddedOrRemoved_NamesTheRecord(string sql, string finding)
    {
        await using var copy = await SmallCopy();
        using var connection = copy.Connection();
        Assert.True(copy.Verify().IsValid);

        connection.Execute(sql);

        Assert.Contains(copy.Verify().Findings, f => f.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_EndOfTheLogCutOff_RefusesToServe()
    {
        await using var copy = await SmallCopy();
        using (var connection = copy.Connection())
        {
            connection.Execute("DELETE FROM view WHERE idx = 2; DELETE FROM leaf WHERE idx = 2");
        }

        await copy.TakeItsPlaceAsync();
        Assert.Throws<InvalidDataException>(() => SqliteGateway.Open(copy.Store.Options, TimeProvider.System));
        copy.Store.DropDatabase();
        await copy.Store.ReopenAsync();
    }

    [Fact]
    public async Task Open_OtherKeysThanTheDatabase_RefusesToServe()
    {
        await using var store = new TemporaryStore(Engine);
        await store.Gateway.DisposeAsync();
        store.DropKeys();

        Assert.Throws<InvalidDataException>(() => SqliteGateway.Open(store.Options, TimeProvider.System));
        store.DropDatabase();
        await store.ReopenAsync();
    }

    private async Task<TamperCopy> SmallCopy()
    {
        var store = new TemporaryStore(Engine);
        for (byte i = 0; i < 3; i++)
        {
            await store.AppendAsync(A.Record(A.View(A.Ashg, A.Handle(i).ToBytes())));
        }

        return new TamperCopy(store);
    }
}
