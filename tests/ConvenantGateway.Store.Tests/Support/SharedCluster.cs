using ConvenantGateway.Testing.Postgres;

[assembly: AssemblyFixture(typeof(ConvenantGateway.Store.Tests.SharedCluster))]

namespace ConvenantGateway.Store.Tests;

/// <summary>Ends the shared cluster with the tests.</summary>
public sealed class SharedCluster : IDisposable
{
    public void Dispose() => PostgresCluster.StopShared();
}
