namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>Tests of Connect share one node and run one after the other: some move its clock or its policy.</summary>
[CollectionDefinition(Name)]
public sealed class ConnectCollection : ICollectionFixture<ConnectNode>
{
    public const string Name = "connect";
}
