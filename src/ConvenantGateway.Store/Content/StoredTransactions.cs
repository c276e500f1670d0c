using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Looks up claims and first answers.</summary>
internal sealed class StoredTransactions(ReaderPool readers, ContentCipher cipher) : ITransactions
{
    /// <inheritdoc/>
    public ValueTask<bool> IsUsedAsync(PartnerId caller, Guid transaction, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((caller, transaction), static (database, asked) =>
        {
            var row = database.Prepare("SELECT 1 FROM claim WHERE caller = ?1 AND tx = ?2").Bind(1, asked.caller.Value).Bind(2, asked.transaction.ToByteArray(bigEndian: true));
            var used = row.Step();
            row.Reset();
            return used;
        }));
    }

    /// <inheritdoc/>
    public ValueTask<IdempotencyEntry?> FindAsync(PartnerId caller, string key, DateTimeOffset now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((caller, key, now, cipher), static (database, asked) =>
        {
            var row = database.Prepare("SELECT digest, tx, status, expires, wrapped, sealed FROM idempotency WHERE caller = ?1 AND name = ?2 AND expires > ?3")
                .Bind(1, asked.caller.Value).Bind(2, asked.cipher.Blind(asked.caller.Value, "idempotency", asked.key)).Bind(3, asked.now.UtcTicks);
            if (!row.Step())
            {
                return null;
            }

            var (digest, transaction, status, expires) = (row.Text(0), new Guid(row.Span(1), bigEndian: true), row.Int(2), row.Long(3));
            var bound = CompanionPreparer.IdempotencyBound(asked.caller.Value, digest, transaction, status, expires);
            var response = asked.cipher.Open(asked.caller.Value, row.Span(4), row.Span(5), bound);
            row.Reset();
            return new IdempotencyEntry(asked.caller, asked.key, digest, transaction, status, response, new DateTimeOffset(expires, TimeSpan.Zero));
        }));
    }
}
