using ConvenantGateway.Host.Tests.Gateway;
using ConvenantGateway.Store;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Host.Tests.Operations;

/// <summary>A key of the log that signs no more and could not be destroyed is not passed over in silence.</summary>
public sealed class UndestroyedKeyTests : IAsyncLifetime
{
    private readonly GatewayFixture _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Start_SomebodyReadsTheKeys_IsAmberUntilAStartThatDestroys()
    {
        using var operations = new HttpClient { BaseAddress = _gateway.Operations };
        await _gateway.StopAsync();
        Assert.NotNull(KeyRotation.Run(_gateway.Database, TimeSpan.FromDays(1), TimeProvider.System));
        EndTheOlder();
        using (var reader = Connect("keys.db"))
        {
            using var transaction = reader.BeginTransaction(deferred: true);
            Assert.Equal(2L, Count(reader));
            await _gateway.RestartAsync();
        }

        Assert.Equal(
            "amber: a private key of the log that signs no more could not be destroyed, and the next start tries again: the database refused a write (SQLite error 5)\n", await operations.GetStringAsync("/health/ready"));

        await _gateway.RestartAsync();
        Assert.Equal("green\n", await operations.GetStringAsync("/health/ready"));
        using var keys = Connect("keys.db");
        Assert.Equal(1L, Count(keys));
    }

    private static object? Count(SqliteConnection keys)
    {
        using var command = keys.CreateCommand();
        command.CommandText = "SELECT count(*) FROM key WHERE kind = 'log'";
        return command.ExecuteScalar();
    }

    // As if the overlap were over: the node's clock is the system's.
    private void EndTheOlder()
    {
        using var log = Connect("convenant.db");
        using var command = log.CreateCommand();
        command.CommandText = "UPDATE log_key SET until_size = (SELECT max(size) FROM checkpoint), ends = 1 WHERE seq = 1";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private SqliteConnection Connect(string database)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_gateway.Database, database)};Pooling=False");
        connection.Open();
        return connection;
    }
}
