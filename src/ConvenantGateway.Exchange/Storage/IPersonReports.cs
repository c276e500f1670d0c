using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Requests for person reports. Thread safe. An organisation finds its own only: another's is as absent as an unknown one.</summary>
public interface IPersonReports
{
    /// <summary>The organisation's requests at their newest revision, newest request first, erased ones too; at most 500.</summary>
    /// <exception cref="InvalidDataException">A stored request was changed, or is unreadable without an erasure.</exception>
    ValueTask<ImmutableArray<StoredPersonReport>> ListAsync(PartnerId viewer, CancellationToken cancellation);

    /// <summary>One request at its newest revision, or what an erasure left of it; null if the organisation has none by this id.</summary>
    /// <exception cref="InvalidDataException">It was changed, or is unreadable without an erasure.</exception>
    ValueTask<StoredPersonReport?> FindAsync(PartnerId viewer, Guid id, CancellationToken cancellation);
}
