using System.Globalization;
using ConvenantGateway.Audit;
using ConvenantGateway.Exchange;

namespace ConvenantGateway.Host.Operations;

/// <summary>
/// Records when the clock is set: at a start against the latest time in the log, while running against the monotonic clock every few seconds. What slews is no step; a machine that slept shows as one. A step that
/// cannot be recorded is tried again at the next look.
/// </summary>
internal sealed partial class ClockWatch(IAuditLog log, ILogCheck check, IActivePolicy policy, NodeConcerns concerns, TimeProvider time, ILogger<ClockWatch> logger) : BackgroundService
{
    private const string Matter = "clock";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private DateTimeOffset _wall;
    private long _monotonic;
    private TimeSpan _unrecorded;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        ReadClocks();
        if (await check.LatestTimeAsync(cancellationToken) is { } latest && latest - _wall > Tolerance)
        {
            _latest = latest;
            concerns.Raise(Matter, "the clock stands before the newest record");
            await RecordAsync(_wall - latest, "behind");
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks at both clocks and records a step.</summary>
    public async Task LookAsync()
    {
        var (wall, monotonic) = (_wall, _monotonic);
        ReadClocks();
        var step = _wall - wall - time.GetElapsedTime(monotonic, _monotonic);
        if (step.Duration() > Tolerance)
        {
            _unrecorded += step;
        }

        if (_wall >= _latest)
        {
            concerns.Clear(Matter);
        }

        if (_unrecorded != TimeSpan.Zero)
        {
            try
            {
                await RecordAsync(_unrecorded, _unrecorded < TimeSpan.Zero ? "set-back" : "set-forward");
                _unrecorded = TimeSpan.Zero;
            }
            catch (AuditUnavailableException)
            {
                // Nothing is exchanged meanwhile; the step stays to be recorded.
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void ReadClocks() => (_wall, _monotonic) = (time.GetUtcNow(), time.GetTimestamp());

    private async Task RecordAsync(TimeSpan step, string outcome)
    {
        var milliseconds = ((long)step.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        LogStep(milliseconds, outcome);
        await log.AppendAsync(
            NodeRecord.Of(RecordType.ClockStep, outcome, policy.Current.Snapshot, time.GetUtcNow(), new RecordValue("step-milliseconds", milliseconds)), null, CancellationToken.None);
    }

    [LoggerMessage(EventId = 3104, EventName = "ClockStep", Level = LogLevel.Warning, Message = "the clock stepped by {Milliseconds} ms: {Outcome}")]
    private partial void LogStep(string milliseconds, string outcome);
}
