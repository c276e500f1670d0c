using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Requests for person reports. Thread safe. An organisation finds its own only: another's is as absent as an unknown one.</summary>
public interface IPersonReports
{
    /// <summary>The organisation's requests at their newest revision, newest request first; at most 500.</summary>
    ValueTask<ImmutableArray<PersonReportFile>> ListAsync(PartnerId viewer, CancellationToken cancellation);

    /// <summary>One request at its newest revision; null if the organisation has none by this id.</summary>
    ValueTask<PersonReportFile?> FindAsync(PartnerId viewer, Guid id, CancellationToken cancellation);
}
