using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Pull;

/// <summary>A register that holds one resource, which every search finds, and one permission.</summary>
internal sealed class OneResource(StoredResource stored, StandingPermission? permission) : IResourceStore
{
    public ValueTask<StoredResource?> ReadAsync(PartnerId register, string type, string id, CancellationToken cancellation) => new(stored.Type == type ? stored : null);

    public ValueTask<ResourcePage> SearchAsync(ResourceQuery query, CancellationToken cancellation) => new(new ResourcePage([stored], 7));

    public ValueTask<ImmutableArray<StoredPerson>> FindPersonsAsync(PartnerId register, PersonHandle handle, CancellationToken cancellation) => new([]);

    public ValueTask<ImmutableArray<StoredPerson>?> FindEarlierAsync(PartnerId register, PartnerId source, string type, string id, CancellationToken cancellation) => new((ImmutableArray<StoredPerson>?)null);

    public ValueTask<StandingPermission?> FindPermissionAsync(PartnerId holder, PersonHandle handle, PartnerId recipient, Purpose purpose, DateOnly on, CancellationToken cancellation) => new(permission);
}
