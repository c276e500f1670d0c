using ConvenantGateway.Testing.Postgres;

namespace ConvenantGateway.Cli.Tests.Audit;

/// <summary>A server that the tests of one class share.</summary>
public sealed class OrderCluster : IDisposable
{
    public PostgresCluster Cluster { get; } = PostgresCluster.Start();

    public void Dispose() => Cluster.Dispose();
}
