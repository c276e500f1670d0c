using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>A command that waits for the next one.</summary>
/// <param name="Command">The command.</param>
/// <param name="Uniqueness">What a broken constraint means; null for nothing of ours.</param>
/// <param name="Demand">What a division by zero means, by which a command without rows can stop those behind it; null for nothing of ours.</param>
internal sealed record LaterCommand(NpgsqlBatchCommand Command, string? Uniqueness, string? Demand = null);
