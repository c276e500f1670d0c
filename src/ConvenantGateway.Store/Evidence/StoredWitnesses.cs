using System.Collections.Immutable;
using System.Text;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Reads checkpoints and co-signatures.</summary>
internal sealed class StoredWitnesses(ReaderPool readers) : IWitnesses
{
    /// <summary>The newest line of each witness of each size.</summary>
    private const string NewestOfSize = "SELECT witness, key_name, size, signed, line FROM cosignature c WHERE size = ?1 AND signed = (SELECT max(o.signed) FROM cosignature o WHERE o.witness = c.witness AND o.size = c.size) ORDER BY witness";

    /// <inheritdoc/>
    public ValueTask<byte[]?> CheckpointAsync(long size, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(size, static (database, asked) => Checkpoint(database, asked)));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> WitnessedAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(0, static (database, _) => database.InOneSnapshot(() =>
        {
            var newest = database.Prepare("SELECT max(size) FROM cosignature");
            long? size = newest.Step() && !newest.IsNull(0) ? newest.Long(0) : null;
            newest.Reset();
            if (size is null || Checkpoint(database, size.Value) is not { } note)
            {
                return null;
            }

            return (byte[]?)[.. note, .. Encoding.UTF8.GetBytes(string.Concat(Read(database.Prepare(NewestOfSize).Bind(1, size.Value)).Select(static c => c.Line + "\n")))];
        })));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<WitnessedCheckpoint>> NewestAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(0, static (database, _) => Read(database.Prepare(
            "SELECT witness, key_name, size, signed, line FROM cosignature c WHERE size = (SELECT max(o.size) FROM cosignature o WHERE o.witness = c.witness) AND signed = (SELECT max(p.signed) FROM cosignature p WHERE p.witness = c.witness AND p.size = c.size) ORDER BY witness"))));
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsStoredAsync(WitnessedCheckpoint cosignature, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(readers.Read(cosignature, static (database, asked) =>
        {
            var row = database.Prepare("SELECT 1 FROM cosignature WHERE witness = ?1 AND size = ?2 AND signed = ?3")
                .Bind(1, asked.Witness).Bind(2, asked.Size).Bind(3, asked.SignedAt.ToUnixTimeSeconds());
            var found = row.Step();
            row.Reset();
            return found;
        }));
    }

    private static byte[]? Checkpoint(Database database, long size)
    {
        var row = database.Prepare("SELECT note FROM checkpoint WHERE size = ?1").Bind(1, size);
        var note = row.Step() ? row.Bytes(0) : null;
        row.Reset();
        return note;
    }

    private static ImmutableArray<WitnessedCheckpoint> Read(Statement rows)
    {
        var found = ImmutableArray.CreateBuilder<WitnessedCheckpoint>();
        while (rows.Step())
        {
            found.Add(new WitnessedCheckpoint(rows.Text(0), rows.Text(1), rows.Long(2), DateTimeOffset.FromUnixTimeSeconds(rows.Long(3)), rows.Text(4)));
        }

        return found.ToImmutable();
    }
}
