using System.Security.Cryptography;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Host.Operations;

namespace ConvenantGateway.Host.Connect;

/// <summary>Writes the counted refusals to the log once a minute and at stop.</summary>
internal sealed class HandshakeRecorder(HandshakeRefusals refusals, IAuditLog log, IActivePolicy policy, TimeProvider time) : BackgroundService
{
    private static readonly string NoBody = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken))
            {
                await FlushAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: StopAsync flushes once more.
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync();
    }

    /// <summary>Writes what was counted; what cannot be written is kept.</summary>
    public async Task FlushAsync()
    {
        foreach (var (refusal, count) in refusals.Take())
        {
            try
            {
                await log.AppendAsync(RecordOf(refusal, count), null, CancellationToken.None);
            }
            catch (AuditUnavailableException)
            {
                refusals.GiveBack(refusal, count);
            }
        }
    }

    private ExchangeRecord RecordOf(HandshakeRefusal refusal, int count)
    {
        var now = time.GetUtcNow();
        return new ExchangeRecord
        {
            Type = RecordType.HandshakeRefusals,
            Transaction = Guid.CreateVersion7(now),
            Time = now,
            Caller = "",
            Outcome = "refused",
            Code = "CG-CONNECT-020",
            Count = count,
            By = refusal.Reason,
            Covenant = policy.Current.Snapshot.Covenant.Id,
            PolicyDigest = policy.Current.Snapshot.ManifestDigest,
            BodyDigest = NoBody,
            Views = [.. NodeRecord.Operators(policy.Current.Snapshot).Select(o => new RecordView(o, [new RecordValue("prefix", refusal.Prefix)], []))],
        };
    }
}
