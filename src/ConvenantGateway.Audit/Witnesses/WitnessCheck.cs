namespace ConvenantGateway.Audit;

/// <summary>
/// What a witness checks before it co-signs: the log's key signed the checkpoint, and the tree of the last one that this witness co-signed is its beginning (RFC 9162 section 2.1.4). The proof is made from hash
/// tiles, which need not be trusted: a proof from wrong tiles does not verify. Pure given the tiles; thread safe.
/// </summary>
/// <param name="keys">The keys to trust, from elsewhere than the gateway.</param>
/// <param name="tiles">The log's hash tiles.</param>
public sealed class WitnessCheck(LogKeys keys, ITreeHashes tiles)
{
    /// <summary>Checks a checkpoint.</summary>
    /// <param name="previous">The last checkpoint that was co-signed; empty for the first.</param>
    /// <param name="note">The checkpoint to co-sign.</param>
    /// <returns>Null if it may be co-signed; else why not.</returns>
    public string? Refusal(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> note)
    {
        if (!keys.TryOpen(note, out var next))
        {
            return "the checkpoint is not signed by the log's key";
        }

        if (previous.IsEmpty)
        {
            return null;
        }

        if (!keys.TryOpen(previous, out var last))
        {
            return "the previous checkpoint is not signed by the log's key";
        }

        if (!LogEpoch.IsOf(next.Origin, last.Origin))
        {
            return $"the checkpoint is of `{next.Origin}` and the previous one of `{last.Origin}`";
        }

        if (next.Size < last.Size)
        {
            return $"the log has shrunk: {next.Size} records, and {last.Size} were co-signed";
        }

        if (last.Size == 0)
        {
            return null;
        }

        try
        {
            return MerkleProofs.VerifyConsistency(last.Size, last.Root.Span, next.Size, next.Root.Span, [.. MerkleProofs.Consistency(tiles, last.Size, next.Size)])
                ? null
                : $"the first {last.Size} records are not those that were co-signed: the log was rewritten, or the tiles are another log's";
        }
        catch (InvalidDataException e)
        {
            return $"the tiles do not prove it: {e.Message}";
        }
    }
}
