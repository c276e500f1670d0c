namespace ConvenantGateway.Audit;

/// <summary>
/// Proof that a record is durable: only the log makes one, after the sync. Carries the transaction and the digest of the very body that may leave; release compares both
/// (design.md, promise 1). Immutable.
/// </summary>
public sealed class AuditReceipt
{
    internal AuditReceipt(Guid transaction, string log, long index, string leaf, string bodyDigest)
    {
        Transaction = transaction;
        Log = log;
        Index = index;
        Leaf = leaf;
        BodyDigest = bodyDigest;
    }

    /// <summary>The transaction of the record.</summary>
    public Guid Transaction { get; }

    /// <summary>The origin of the log (C2SP checkpoint origin line).</summary>
    public string Log { get; }

    /// <summary>The leaf's index, 0-based, gapless.</summary>
    public long Index { get; }

    /// <summary>The leaf hash (RFC 9162: SHA-256(0x00 ‖ record)), lower-case hex.</summary>
    public string Leaf { get; }

    /// <summary>SHA-256 of the body the record speaks of, lower-case hex.</summary>
    public string BodyDigest { get; }
}
