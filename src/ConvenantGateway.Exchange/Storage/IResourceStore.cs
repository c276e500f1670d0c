using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The registers and inboxes. Reading only: writing happens with a record, through <see cref="StoreWrites"/>. Thread safe.</summary>
public interface IResourceStore
{
    /// <summary>The newest version, decrypted; null if it does not exist in that register.</summary>
    ValueTask<StoredResource?> ReadAsync(PartnerId register, string type, string id, CancellationToken cancellation);

    /// <summary>Resources of one type that match.</summary>
    ValueTask<ResourcePage> SearchAsync(ResourceQuery query, CancellationToken cancellation);

    /// <summary>The Patients of one person in the partner's <em>own</em> cases (register and source are the partner), without content.</summary>
    ValueTask<ImmutableArray<StoredPerson>> FindPersonsAsync(PartnerId register, PersonHandle handle, CancellationToken cancellation);

    /// <summary>The persons of a resource that <paramref name="source"/> stored earlier in <paramref name="register"/>; null if there is none: a reference to it is refused.</summary>
    ValueTask<ImmutableArray<StoredPerson>?> FindEarlierAsync(PartnerId register, PartnerId source, string type, string id, CancellationToken cancellation);

    /// <summary>The standing permission of the holder for a recipient and purpose about a person that is valid on a date and not withdrawn; null if there is none.</summary>
    ValueTask<StandingPermission?> FindPermissionAsync(PartnerId holder, PersonHandle handle, PartnerId recipient, Purpose purpose, DateOnly on, CancellationToken cancellation);
}
