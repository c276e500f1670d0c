namespace ConvenantGateway.Store;

/// <summary>What to back up, and to where. Immutable.</summary>
public sealed record BackupOrder
{
    /// <summary>The folder of the databases, or a connection string of PostgreSQL.</summary>
    public required string Database { get; init; }

    /// <summary>With PostgreSQL the node's own folder, whose <c>erasures.jsonl</c> is copied; null for none. Not looked at on SQLite.</summary>
    public string? State { get; init; }

    /// <summary>The folder to write; must not exist or be empty.</summary>
    public required string To { get; init; }

    /// <summary>With PostgreSQL the folders in which <c>pg_dump</c> is looked for, separated as in <c>PATH</c>. Default: those of <c>PATH</c>.</summary>
    public string Programs { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";
}
