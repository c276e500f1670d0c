using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using Microsoft.Data.Sqlite;

namespace ConvenantGateway.Store;

/// <summary>Writes what partners counter-sign, inside the log's transaction.</summary>
internal static class EvidenceWriter
{
    /// <summary>Writes what there is.</summary>
    /// <exception cref="CompanionConflictException">It is there already.</exception>
    public static void Write(Database database, StoreWrites writes)
    {
        if (writes.Acknowledgement is { } kept)
        {
            Unique("acknowledgement", database.Prepare("INSERT INTO acknowledgement (caller, tx, idx, at, statement) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, kept.Caller.Value).Bind(2, kept.Exchange.Transaction.ToByteArray(bigEndian: true)).Bind(3, kept.Exchange.Index)
                .Bind(4, kept.At.ToUnixTimeMilliseconds()).Bind(5, kept.Statement));
        }

        if (writes.Cosignature is { } cosignature)
        {
            Unique("cosignature", database.Prepare("INSERT INTO cosignature (witness, size, signed, key_name, line) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, cosignature.Witness).Bind(2, cosignature.Size).Bind(3, cosignature.SignedAt.ToUnixTimeSeconds()).Bind(4, cosignature.Key).Bind(5, cosignature.Line));
        }
    }

    private static void Unique(string rule, Statement insert)
    {
        try
        {
            insert.Run();
        }
        catch (SqliteException e) when (StoreFaults.IsConstraint(e))
        {
            throw new CompanionConflictException(rule, e);
        }
    }
}
