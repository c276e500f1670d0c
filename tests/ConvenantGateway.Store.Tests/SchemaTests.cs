namespace ConvenantGateway.Store.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Migrations_OfBothEngines_EndWithTheSameColumns(bool ofKeys)
    {
        var sqlite = await ColumnsAsync(
            StoreEngine.Sqlite, ofKeys, "SELECT CAST(t.name || '.' || c.name || CASE WHEN c.\"notnull\" + c.pk > 0 THEN '' ELSE '?' END AS BLOB) FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1");

        var postgres = await ColumnsAsync(
            StoreEngine.Postgres, ofKeys, "SELECT convert_to(table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END, 'UTF8') FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1");

        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, postgres);
    }

    [Fact]
    public async Task Migrations_OfBothEngines_HaveTheSameNames()
    {
        var sqlite = await ColumnsAsync(StoreEngine.Sqlite, false, "SELECT CAST(number || ' ' || name AS BLOB) FROM schema_version ORDER BY number");

        var postgres = await ColumnsAsync(StoreEngine.Postgres, false, "SELECT convert_to(number || ' ' || name, 'UTF8') FROM schema_version ORDER BY number");

        Assert.Equal(sqlite, postgres);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(StoreEngine engine, bool ofKeys, string sql)
    {
        await using var store = new TemporaryStore(engine);
        await using var connection = ofKeys ? store.ConnectToKeys() : store.Connect();
        return connection.Bytes(sql).ConvertAll(static b => A.Text(b));
    }
}
