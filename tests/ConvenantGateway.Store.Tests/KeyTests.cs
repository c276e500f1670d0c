using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store.Tests;

public sealed class KeyTests
{
    [Fact]
    public async Task Key_HandedOut_IsReadableByAnotherConnectionAtOnce()
    {
        await using var store = new TemporaryStore();
        var key = store.Gateway.RegionKeys.HandleKey("noord");
        using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Directory, "keys.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT secret FROM key WHERE kind = 'region' AND owner = 'noord'";

        Assert.Equal(key.ToArray(), (byte[])command.ExecuteScalar()!);
        Assert.Equal(32, key.Length);
    }

    [Fact]
    public async Task Key_AfterRestart_IsTheSame()
    {
        await using var store = new TemporaryStore();
        var (region, log) = (store.Gateway.RegionKeys.HandleKey("noord").ToArray(), store.Gateway.Reading.VerifierKey);

        await store.ReopenAsync();

        Assert.Equal(region, store.Gateway.RegionKeys.HandleKey("noord").ToArray());
        Assert.Equal(log, store.Gateway.Reading.VerifierKey);
        Assert.NotEqual(region, store.Gateway.RegionKeys.HandleKey("zuid").ToArray());
    }

    [Fact]
    public async Task Files_AfterAppend_AreTheOwnersOnly()
    {
        await using var store = new TemporaryStore();
        await store.AppendAsync(A.Record());
        foreach (var file in Directory.EnumerateFiles(store.Directory, "*.db*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Values_KeyDestroyed_AreGoneAndTheLogStillVerifies()
    {
        await using var store = new TemporaryStore();
        var handle = A.Handle(5).ToBytes();
        await store.AppendAsync(A.Record(A.View(A.Ashg, handle)));
        await store.Gateway.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(store.Directory, "keys.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM key WHERE kind = 'record-log' AND name <> x''";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        await store.ReopenAsync();

        Assert.Empty((await store.Gateway.Reading.FindAsync("ashg-noord", 0, default))!.Values);
        Assert.True((await store.Gateway.Reading.VerifyAsync(default)).IsValid);
    }
}
