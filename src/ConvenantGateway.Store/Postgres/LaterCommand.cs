using Npgsql;

namespace ConvenantGateway.Store;

/// <summary>A command that waits for the next one.</summary>
/// <param name="Command">The command.</param>
/// <param name="Uniqueness">What a broken constraint means; null for nothing of ours.</param>
internal sealed record LaterCommand(NpgsqlBatchCommand Command, string? Uniqueness);
