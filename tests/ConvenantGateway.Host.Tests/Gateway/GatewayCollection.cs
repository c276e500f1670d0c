namespace ConvenantGateway.Host.Tests.Gateway;

/// <summary>Tests that share one node under the re-enacted covenant.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayCollection : ICollectionFixture<GatewayFixture>
{
    public const string Name = "gateway";
}
