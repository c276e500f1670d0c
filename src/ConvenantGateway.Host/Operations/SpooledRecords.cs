using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;
using ConvenantGateway.Store;

namespace ConvenantGateway.Host.Operations;

/// <summary>Records what the command line did beside the running node: at start and every minute. A request is removed only when its record is on disk, and is recorded once.</summary>
internal sealed partial class SpooledRecords(RecordSpool spool, IAuditLog log, IActivePolicy policy, TimeProvider time, ILogger<SpooledRecords> logger) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RecordAsync();
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Records what waits.</summary>
    public async Task RecordAsync()
    {
        try
        {
            foreach (var (path, use) in spool.Waiting())
            {
                await RecordAsync(path, use);
            }
        }
        catch (Exception e) when (e is AuditUnavailableException or IOException or UnauthorizedAccessException)
        {
            // What waits stays where it is.
            LogWaiting(e);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        try
        {
            while (await minute.WaitForNextTickAsync(stoppingToken))
            {
                await RecordAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task RecordAsync(string path, SpooledUse? use)
    {
        if (use is null)
        {
            LogRefused(Path.GetFileName(path));
            RecordSpool.SetAside(path);
            return;
        }

        var inForce = policy.Current.Snapshot;
        try
        {
            await log.AppendAsync(
                use.ToRecord(time.GetUtcNow(), NodeRecord.Operators(inForce)) with { Covenant = inForce.Covenant.Id, PolicyDigest = inForce.ManifestDigest },
                RecordSpool.Once(use),
                CancellationToken.None);
        }
        catch (CompanionConflictException)
        {
            // Recorded before, and the file outlived it.
        }

        RecordSpool.Done(path);
    }

    [LoggerMessage(EventId = 3105, EventName = "SpoolWaiting", Level = LogLevel.Error, Message = "what the command line did could not be recorded yet")]
    private partial void LogWaiting(Exception error);

    [LoggerMessage(EventId = 3106, EventName = "SpoolRefused", Level = LogLevel.Error, Message = "the spool file {File} is no request for a record and was set aside")]
    private partial void LogRefused(string file);
}
