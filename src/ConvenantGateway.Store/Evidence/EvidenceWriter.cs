using ConvenantGateway.Exchange;

namespace ConvenantGateway.Store;

/// <summary>Writes what partners counter-sign, inside the log's transaction.</summary>
internal static class EvidenceWriter
{
    /// <summary>Writes what there is.</summary>
    /// <exception cref="Audit.CompanionConflictException">It is there already.</exception>
    public static void Write(Database database, StoreWrites writes)
    {
        if (writes.Acknowledgement is { } kept)
        {
            database.Prepare("INSERT INTO acknowledgement (caller, tx, idx, at, statement) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, kept.Caller.Value).Bind(2, kept.Exchange.Transaction.ToByteArray(bigEndian: true)).Bind(3, kept.Exchange.Index)
                .Bind(4, kept.At.ToUnixTimeMilliseconds()).Bind(5, kept.Statement).RunLater("acknowledgement");
        }

        if (writes.Cosignature is { } cosignature)
        {
            database.Prepare("INSERT INTO cosignature (witness, size, signed, key_name, line) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, cosignature.Witness).Bind(2, cosignature.Size).Bind(3, cosignature.SignedAt.ToUnixTimeSeconds()).Bind(4, cosignature.Key).Bind(5, cosignature.Line).RunLater("cosignature");
        }
    }
}
