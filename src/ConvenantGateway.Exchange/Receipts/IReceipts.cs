using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The exchanges that a partner made, and what it acknowledged of them. Nobody finds those of another. Thread safe.</summary>
public interface IReceipts
{
    /// <summary>The record of an exchange that this partner itself made; null for unknown ones and for those of others.</summary>
    ValueTask<RecordedExchange?> FindAsync(PartnerId caller, Guid transaction, CancellationToken cancellation);

    /// <summary>What the partner acknowledged of it; null if nothing.</summary>
    ValueTask<Acknowledgement?> AcknowledgedAsync(PartnerId caller, Guid transaction, CancellationToken cancellation);
}
