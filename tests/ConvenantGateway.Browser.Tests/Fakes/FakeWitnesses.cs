using System.Collections.Immutable;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Browser.Tests;

/// <summary>Witnesses that never co-signed.</summary>
internal sealed class FakeWitnesses : IWitnesses
{
    public ValueTask<byte[]?> CheckpointAsync(long size, CancellationToken cancellation) => ValueTask.FromResult<byte[]?>(null);

    public ValueTask<byte[]?> WitnessedAsync(CancellationToken cancellation) => ValueTask.FromResult<byte[]?>(null);

    public ValueTask<ImmutableArray<WitnessedCheckpoint>> NewestAsync(CancellationToken cancellation) => ValueTask.FromResult(ImmutableArray<WitnessedCheckpoint>.Empty);

    public ValueTask<bool> IsStoredAsync(WitnessedCheckpoint cosignature, CancellationToken cancellation) => ValueTask.FromResult(false);
}
