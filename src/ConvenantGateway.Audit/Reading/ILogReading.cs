namespace ConvenantGateway.Audit;

/// <summary>Reads the log for receipts, tiles, checkpoints and the console. Thread safe. Every method shows a viewer only records that have a view for it.</summary>
public interface ILogReading
{
    /// <summary>The newest signed checkpoint (C2SP signed note, Ed25519), the exact bytes.</summary>
    ValueTask<byte[]> CheckpointAsync(CancellationToken cancellation);

    /// <summary>A hash tile (C2SP tlog-tiles, level 0 to 63): up to 256 hashes of 32 bytes; null if it does not exist (yet).</summary>
    /// <param name="level">The tile level.</param>
    /// <param name="index">The tile index.</param>
    /// <param name="width">1 to 255 for a partial tile, 256 for a full one.</param>
    /// <param name="cancellation">Stops the read.</param>
    ValueTask<byte[]?> TileAsync(int level, long index, int width, CancellationToken cancellation);

    /// <summary>The proof for a transaction, to a viewer that has a view in it; null otherwise, and for unknown transactions.</summary>
    ValueTask<ReceiptProof?> ProofAsync(string viewer, Guid transaction, CancellationToken cancellation);

    /// <summary>Records visible to the viewer, newest first.</summary>
    ValueTask<IReadOnlyList<VisibleRecord>> ListAsync(string viewer, RecordQuery query, CancellationToken cancellation);

    /// <summary>One record, if visible to the viewer; else null.</summary>
    ValueTask<VisibleRecord?> FindAsync(string viewer, long index, CancellationToken cancellation);

    /// <summary>Counts the viewer's records per period, type, parties, outcome and emergency use, without opening one. What has no view for the viewer is in no count. Groups of none are left out.</summary>
    /// <exception cref="ArgumentException">The query cannot be answered: see <see cref="RecordCountQuery.Check"/>.</exception>
    ValueTask<IReadOnlyList<RecordCount>> CountAsync(string viewer, RecordCountQuery query, CancellationToken cancellation);

    /// <summary>The first signed checkpoint that covers all records from before an instant, as it was signed; null while nothing was recorded before it. Once the instant is past it stays the same.</summary>
    ValueTask<byte[]?> CheckpointOfAsync(DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Recomputes the whole tree from the stored bytes and compares root, signature and gaplessness.</summary>
    ValueTask<LogVerification> VerifyAsync(CancellationToken cancellation);

    /// <summary>The log's public key as a C2SP verifier key (<c>name+hash+base64</c>).</summary>
    string VerifierKey { get; }
}
