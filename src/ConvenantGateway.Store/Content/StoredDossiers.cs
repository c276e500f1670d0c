using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Store;

/// <summary>Reads dossiers.</summary>
internal sealed class StoredDossiers(ReaderPool readers, ContentCipher cipher) : IDossiers
{
    /// <inheritdoc/>
    public ValueTask<Dossier?> ReadAsync(PartnerId caller, Guid id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read((caller, id, cipher), static (database, asked) =>
        {
            var row = database.Prepare("SELECT expires, wrapped, sealed FROM dossier WHERE id = ?1 AND caller = ?2")
                .Bind(1, asked.id.ToByteArray(bigEndian: true)).Bind(2, asked.caller.Value);
            if (!row.Step())
            {
                return null;
            }

            var expires = row.Long(0);
            var json = asked.cipher.Open(asked.caller.Value, row.Span(1), row.Span(2), CompanionPreparer.DossierBound(asked.caller.Value, asked.id, expires));
            row.Reset();
            return new Dossier(asked.id, asked.caller, json, new DateTimeOffset(expires, TimeSpan.Zero));
        }));
    }
}
