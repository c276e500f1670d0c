using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Host.Tests.Gateway;

/// <summary>A node on a PostgreSQL server of its own.</summary>
public sealed class PostgresFixture : GatewayFixture
{
    private readonly string _database;

    public PostgresFixture() => _database = Cluster.NewDatabase();

    /// <summary>The server.</summary>
    public PostgresCluster Cluster { get; } = PostgresCluster.Start();

    public override string Database => Cluster.ConnectionString(_database);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Cluster.Dispose();
    }
}
