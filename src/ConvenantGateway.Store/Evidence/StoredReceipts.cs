using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Finds what a partner itself exchanged: its own view must be there and it must be the caller.</summary>
internal sealed class StoredReceipts(ReaderPool readers, string origin) : IReceipts
{
    /// <inheritdoc/>
    public ValueTask<RecordedExchange?> FindAsync(PartnerId caller, Guid transaction, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((caller.Value, transaction, origin), static (database, asked) =>
        {
            var row = database.Prepare(
                "SELECT l.idx, l.hash, l.bytes FROM leaf l JOIN view v ON v.idx = l.idx AND v.viewer = ?1 WHERE l.tx = ?2 AND l.caller = ?1 ORDER BY l.idx LIMIT 1")
                .Bind(1, asked.Value).Bind(2, asked.transaction.ToByteArray(bigEndian: true));
            if (!row.Step())
            {
                return null;
            }

            var found = new RecordedExchange(asked.transaction, asked.origin, row.Long(0), Convert.ToHexStringLower(row.Span(1)), LeafReader.Parse(row.Bytes(2)).Record.BodyDigest);
            row.Reset();
            return found;
        }));
    }

    /// <inheritdoc/>
    public async ValueTask<Acknowledgement?> AcknowledgedAsync(PartnerId caller, Guid transaction, CancellationToken cancellation)
    {
        if (await FindAsync(caller, transaction, cancellation) is not { } exchange)
        {
            return null;
        }

        return readers.Read((caller, exchange), static (database, asked) =>
        {
            var row = database.Prepare("SELECT statement, at FROM acknowledgement WHERE caller = ?1 AND tx = ?2")
                .Bind(1, asked.caller.Value).Bind(2, asked.exchange.Transaction.ToByteArray(bigEndian: true));
            if (!row.Step())
            {
                return null;
            }

            var found = new Acknowledgement(asked.caller, asked.exchange, row.Text(0), DateTimeOffset.FromUnixTimeMilliseconds(row.Long(1)));
            row.Reset();
            return found;
        });
    }
}
