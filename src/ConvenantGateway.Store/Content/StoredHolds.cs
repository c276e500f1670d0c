using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Lists held messages.</summary>
internal sealed class StoredHolds(ReaderPool readers, ContentCipher cipher) : IHolds
{
    /// <inheritdoc/>
    public ValueTask<ImmutableArray<HeldMessage>> ListAsync(PartnerId sender, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((sender, cipher), static (database, asked) =>
        {
            var rows = database.Prepare("SELECT tx, receiver, held, reasons_wrapped, reasons_sealed FROM hold WHERE sender = ?1 ORDER BY seq DESC").Bind(1, asked.sender.Value);
            var found = ImmutableArray.CreateBuilder<HeldMessage>();
            while (rows.Step())
            {
                var transaction = new Guid(rows.Span(0), bigEndian: true);
                var reasons = asked.cipher.Open(asked.sender.Value, rows.Span(3), rows.Span(4), CompanionPreparer.HoldBound(asked.sender.Value, transaction, "reasons"));
                found.Add(new HeldMessage(
                    transaction,
                    asked.sender,
                    PartnerId.Parse(rows.Text(1)),
                    new DateTimeOffset(rows.Long(2), TimeSpan.Zero),
                    [.. Encoding.UTF8.GetString(reasons).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                    ReadOnlyMemory<byte>.Empty));
            }

            return found.ToImmutable();
        }));
    }
}
