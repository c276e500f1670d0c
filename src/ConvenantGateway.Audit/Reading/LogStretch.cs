namespace ConvenantGateway.Audit;

/// <summary>How far back from its newest record a log is verified. Immutable.</summary>
/// <param name="Since">The size at the last good check; 0 for none.</param>
/// <param name="AtLeast">At least so many of the newest records.</param>
/// <param name="AtMost">At most so many, however long ago the last check was.</param>
public readonly record struct LogStretch(long Since, long AtLeast, long AtMost)
{
    /// <summary>The newest records that every check looks at.</summary>
    public const long Newest = 4096;

    /// <summary>The stretch at a start: the last good check is not known, and a start must not last.</summary>
    public static LogStretch AtStart { get; } = new(0, Newest, 16 * Newest);

    /// <summary>The stretch of a running node: all since the last good check.</summary>
    /// <param name="lastGood">The size at that check.</param>
    public static LogStretch Running(long lastGood) => new(lastGood, Newest, 1 << 20);

    /// <summary>The first index to verify.</summary>
    /// <param name="size">The size of the log.</param>
    public long First(long size) => Math.Max(0, Math.Max(size - AtMost, Math.Min(Since, size - AtLeast)));
}
