using System.Collections.Immutable;

namespace ConvenantGateway.Exchange;

/// <summary>Checkpoints and who co-signed them. Thread safe.</summary>
public interface IWitnesses
{
    /// <summary>The signed checkpoint of a tree of exactly this size; null if none was signed.</summary>
    ValueTask<byte[]?> CheckpointAsync(long size, CancellationToken cancellation);

    /// <summary>The largest checkpoint that somebody co-signed, with the newest line of each witness of it; null if there is none.</summary>
    ValueTask<byte[]?> WitnessedAsync(CancellationToken cancellation);

    /// <summary>The newest co-signature of each witness.</summary>
    ValueTask<ImmutableArray<WitnessedCheckpoint>> NewestAsync(CancellationToken cancellation);

    /// <summary>True if this very co-signature is stored.</summary>
    ValueTask<bool> IsStoredAsync(WitnessedCheckpoint cosignature, CancellationToken cancellation);
}
