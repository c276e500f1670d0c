namespace ConvenantGateway.Host.Tests.Operations;

/// <summary>A wall clock and a monotonic clock that a test moves apart.</summary>
internal sealed class TwoClocks(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _wall = now;
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _wall;

    public override long GetTimestamp() => _ticks;

    /// <summary>Time passes on both.</summary>
    public void Pass(TimeSpan time)
    {
        _wall += time;
        _ticks += time.Ticks;
    }

    /// <summary>Somebody sets the clock on the wall.</summary>
    public void Set(TimeSpan by) => _wall += by;
}
