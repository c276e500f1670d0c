using ConvenantGateway.Exchange.Tests.Wegwijzer;
using ConvenantGateway.Filter;

namespace ConvenantGateway.Exchange.Tests.Tokens;

/// <summary>The repository's policy, in force.</summary>
internal sealed class OnePolicy : IActivePolicy
{
    public ActivePolicy Current { get; } = new(RepositoryPolicy.Snapshot, new ResourceFilter(RepositoryPolicy.Snapshot.Elements));
}
