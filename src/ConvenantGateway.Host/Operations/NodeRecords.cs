using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Operations;

/// <summary>
/// Records start and stop of the node, and after a crash the outcome of relays that were under way. A node that cannot record its start does not serve.
/// </summary>
internal sealed class NodeRecords(IAuditLog log, RelayRecovery relays, IActivePolicy policy, TimeProvider time) : IHostedLifecycleService
{
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await RecordAsync(RecordType.Start);
        await relays.CloseAsync(cancellationToken);
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
    public async Task StoppedAsync(CancellationToken cancellationToken) => await RecordAsync(RecordType.Stop);

    private async Task RecordAsync(RecordType type)
    {
        var now = time.GetUtcNow();
        var snapshot = policy.Current.Snapshot;
        await log.AppendAsync(
            new ExchangeRecord
            {
                Type = type,
                Transaction = Guid.CreateVersion7(now),
                Time = now,
                Caller = "gateway",
                Outcome = type == RecordType.Start ? "started" : "stopped",
                Covenant = snapshot.Covenant.Id,
                PolicyDigest = snapshot.ManifestDigest,
                BodyDigest = NoBody,
            },
            null,
            CancellationToken.None);
    }
}
