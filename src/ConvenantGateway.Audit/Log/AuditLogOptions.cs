namespace ConvenantGateway.Audit;

/// <summary>Options of the log.</summary>
public sealed record AuditLogOptions
{
    /// <summary>How many appends may wait, 1 to 1,000,000; one more is refused at once. Default 4,096.</summary>
    public int QueueCapacity { get; init; } = 4096;
}
