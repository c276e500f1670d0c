using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>Options of the store.</summary>
public sealed record StoreOptions
{
    /// <summary>
    /// The folder of <c>convenant.db</c>, <c>keys.db</c> and <c>convenant.lock</c>, made with mode 0700 if it does not exist; or a connection string of PostgreSQL (with <c>Host=</c> and <c>Database=</c>),
    /// whose keys stand in the database <c>&lt;name&gt;_keys</c>.
    /// </summary>
    public required string Database { get; init; }

    /// <summary>The folder of what a node keeps beside databases on PostgreSQL, locked by <c>convenant.lock</c>; made with mode 0700 if it does not exist. Null: none. With SQLite it is the folder of the databases.</summary>
    public string? State { get; init; }

    /// <summary>The log's origin and key name (C2SP): without spaces and plus signs, e.g. <c>convenantgateway.nl/log/noord</c>.</summary>
    public required string LogOrigin { get; init; }

    /// <summary>Regions whose handle keys are made at start, e.g. <c>noord</c>.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>How the log queues and commits.</summary>
    public AuditLogOptions Log { get; init; } = new();
}
