using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Transaction ids and idempotency keys in use. Thread safe. Uniqueness is guaranteed at commit; these look-ups only answer early.</summary>
public interface ITransactions
{
    /// <summary>True if the caller used this transaction id before.</summary>
    ValueTask<bool> IsUsedAsync(PartnerId caller, Guid transaction, CancellationToken cancellation);

    /// <summary>The entry of a key that has not expired; null if there is none.</summary>
    ValueTask<IdempotencyEntry?> FindAsync(PartnerId caller, string key, DateTimeOffset now, CancellationToken cancellation);
}
