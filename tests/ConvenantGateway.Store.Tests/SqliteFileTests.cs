namespace ConvenantGateway.Store.Tests;

public sealed class SqliteFileTests
{
    [Fact]
    public async Task Files_AfterAppend_AreTheOwnersOnly()
    {
        await using var store = new TemporaryStore(StoreEngine.Sqlite);
        await store.AppendAsync(A.Record());
        foreach (var file in Directory.EnumerateFiles(store.Directory, "*.db*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void Open_NoDatabase_SaysSo()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "this is no database, however long it may be, and SQLite says so when it reads the first page of it. this is no database.");

        Assert.Throws<InvalidDataException>(() => LogDatabase.Open(path));
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => LogDatabase.Open(path));
    }
}
