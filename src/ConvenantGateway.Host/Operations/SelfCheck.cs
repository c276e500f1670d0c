using System.Diagnostics.CodeAnalysis;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.Operations;

/// <summary>
/// Verifies the log's newest stretch every hour, while the node serves; the store did so before it opened. What does not fit makes health red and ends every append until a restart on a whole log. Thread safe.
/// </summary>
internal sealed partial class SelfCheck(ILogCheck check, ILogTrust trust, NodeConcerns concerns, TimeProvider time, ILogger<SelfCheck> logger) : BackgroundService
{
    private const string Matter = "self-check";

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private long _lastGood;

    /// <summary>Checks once.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A check that could not be made is told in health and made again; it must not end the node.")]
    public async Task CheckAsync(CancellationToken cancellation)
    {
        LogVerification found;
        try
        {
            found = await check.CheckAsync(LogStretch.Running(Interlocked.Read(ref _lastGood)), cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            concerns.Raise(Matter, "the log could not be checked");
            LogUnchecked(e);
            return;
        }

        concerns.Clear(Matter);
        if (found.IsValid)
        {
            Interlocked.Exchange(ref _lastGood, found.TreeSize);
            LogGood(found.TreeSize);
            return;
        }

        trust.Distrust(found.Findings[0]);
        foreach (var finding in found.Findings)
        {
            LogChanged(finding);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(Interval, time);
        try
        {
            while (await hour.WaitForNextTickAsync(stoppingToken))
            {
                await CheckAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    [LoggerMessage(EventId = 3101, EventName = "LogChecked", Level = LogLevel.Information, Message = "the newest stretch of the log is what it signed, at {Size} records")]
    private partial void LogGood(long size);

    [LoggerMessage(EventId = 3102, EventName = "LogChanged", Level = LogLevel.Critical, Message = "the log is not what it signed: {Finding}; nothing is exchanged until a restart on a whole log; run `audit verify`")]
    private partial void LogChanged(string finding);

    [LoggerMessage(EventId = 3103, EventName = "LogUnchecked", Level = LogLevel.Error, Message = "the log could not be checked")]
    private partial void LogUnchecked(Exception error);
}
