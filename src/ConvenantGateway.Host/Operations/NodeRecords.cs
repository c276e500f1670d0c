using System.Collections.Immutable;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Connect;

namespace ConvenantGateway.Host.Operations;

/// <summary>Records start and stop of the node, and before the first start that the log's key was made. A node that cannot record its start does not serve.</summary>
internal sealed class NodeRecords(IAuditLog log, ILogReading reading, TlsMaterialHolder tls, IActivePolicy policy, TimeProvider time) : IHostedLifecycleService
{
    private const long Young = 16;

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await RecordKeyAsync(cancellationToken);
        await RecordAsync(RecordType.Start, "started", TlsNames.Of(tls.Current));
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken) => await RecordAsync(RecordType.Stop, "stopped");

    /// <summary>A first start may have ended before it recorded the key: a log that is only just begun and does not speak of its key gets the record now.</summary>
    private async Task RecordKeyAsync(CancellationToken cancellation)
    {
        if (VerifierKey.TryParse(reading.VerifierKey, out var key) && Checkpoint.TryOpen(await reading.CheckpointAsync(cancellation), key, out var newest) && newest.Size <= Young
            && !await IsRecordedAsync(cancellation))
        {
            await RecordAsync(RecordType.KeyChange, "made", new RecordValue("log-key", reading.VerifierKey));
        }
    }

    private async Task<bool> IsRecordedAsync(CancellationToken cancellation)
    {
        foreach (var viewer in NodeRecord.Operators(policy.Current.Snapshot))
        {
            if ((await reading.ListAsync(viewer, new RecordQuery { Types = [RecordType.KeyChange], Limit = 1 }, cancellation)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task RecordAsync(RecordType type, string outcome, params ImmutableArray<RecordValue> values) =>
        await log.AppendAsync(NodeRecord.Of(type, outcome, policy.Current.Snapshot, time.GetUtcNow(), values), null, CancellationToken.None);
}
