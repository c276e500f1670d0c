using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store.Tests;

public sealed class TamperTests
{
    [Theory]
    [InlineData("leaf", "bytes")]
    [InlineData("leaf", "hash")]
    [InlineData("view", "sealed")]
    [InlineData("view_person", "person")]
    [InlineData("checkpoint", "note")]
    public async Task Verify_EveryByteOfAColumnChanged_IsFound(string table, string column)
    {
        await using var copy = await SmallCopy();
        using var connection = copy.Connection();
        var rows = Rows(connection, table, column);
        for (var row = 0; row < rows.Count; row++)
        {
            var bytes = rows[row];
            for (var i = 0; i < bytes.Length; i++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)(1 << (i % 8));
                Update(connection, table, column, bytes, changed);
                var result = copy.Verify();
                Assert.False(result.IsValid, $"{table}.{column} row {row} byte {i}");
                if (table == "leaf")
                {
                    Assert.StartsWith($"record {row}:", result.Findings[0], StringComparison.Ordinal);
                }

                Update(connection, table, column, changed, bytes);
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
    [InlineData("DELETE FROM checkpoint WHERE size = 3", "record 2:")]
    [InlineData("INSERT INTO tile (level, idx, root, hashes) VALUES (0, 0, x'00', x'00')", "tiles:")]
    public async Task Verify_RowsChangedAddedOrRemoved_NamesTheRecord(string sql, string finding)
    {
        await using var copy = await SmallCopy();
        using var connection = copy.Connection();
        Assert.True(copy.Verify().IsValid);

        Execute(connection, sql);

        Assert.Contains(copy.Verify().Findings, f => f.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_EndOfTheLogCutOff_RefusesToServe()
    {
        await using var copy = await SmallCopy();
        using (var connection = copy.Connection())
        {
            Execute(connection, "DELETE FROM view WHERE idx = 2; DELETE FROM leaf WHERE idx = 2");
        }

        await copy.Store.Gateway.DisposeAsync();
        File.Copy(copy.Path, copy.Store.DatabasePath, overwrite: true);
        Assert.Throws<InvalidDataException>(() => SqliteGateway.Open(copy.Store.Options, TimeProvider.System));
        File.Delete(copy.Store.DatabasePath);
        await copy.Store.ReopenAsync();
    }

    [Fact]
    public async Task Open_OtherKeysThanTheDatabase_RefusesToServe()
    {
        await using var store = new TemporaryStore();
        await store.Gateway.DisposeAsync();
        File.Delete(System.IO.Path.Combine(store.Directory, "keys.db"));

        Assert.Throws<InvalidDataException>(() => SqliteGateway.Open(store.Options, TimeProvider.System));
        File.Delete(store.DatabasePath);
        await store.ReopenAsync();
    }

    private static async Task<TamperCopy> SmallCopy()
    {
        var store = new TemporaryStore();
        for (byte i = 0; i < 3; i++)
        {
            await store.AppendAsync(A.Record(A.View(A.Ashg, A.Handle(i).ToBytes())));
        }

        return new TamperCopy(store);
    }

    private static List<byte[]> Rows(SqliteConnection connection, string table, string column)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from this file's own test data.
        command.CommandText = $"SELECT CAST({column} AS BLOB) FROM {table} ORDER BY rowid".Replace("FROM view_person ORDER BY rowid", "FROM view_person", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<byte[]>();
        while (reader.Read())
        {
            rows.Add(reader.GetFieldValue<byte[]>(0));
        }

        return rows;
    }

    private static void Update(SqliteConnection connection, string table, string column, byte[] from, byte[] to)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE {table} SET {column} = $to WHERE {column} = $from";
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
