namespace ConvenantGateway.Benchmarks.EndToEnd;

/// <summary>What one run of the load generator says.</summary>
/// <param name="Requests">Answers received.</param>
/// <param name="Seconds">Duration.</param>
/// <param name="P50">Median latency, microseconds.</param>
/// <param name="P99">99th percentile, microseconds.</param>
/// <param name="WrongStatus">Answers outside 200 to 399.</param>
/// <param name="SocketErrors">Failed connects, reads, writes, time-outs.</param>
internal sealed record LoadFigures(long Requests, double Seconds, double P50, double P99, long WrongStatus, long SocketErrors);
