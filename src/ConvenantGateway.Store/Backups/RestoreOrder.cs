using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What to restore.</summary>
public sealed record RestoreOrder
{
    /// <summary>The folder of the backup.</summary>
    public required string From { get; init; }

    /// <summary>
    /// The data directory to make, which must not exist or be empty; or a connection string of PostgreSQL, whose databases <c>&lt;name&gt;</c> and <c>&lt;name&gt;_keys</c> must be empty, and are made if they
    /// are not there and the role may.
    /// </summary>
    public required string To { get; init; }

    /// <summary>With PostgreSQL the node's own folder to make; must not exist or be empty. Not looked at on SQLite.</summary>
    public string? State { get; init; }

    /// <summary>The log's verifier key, from elsewhere than the backup; null to take the one that it names itself.</summary>
    public VerifierKey? Key { get; init; }

    /// <summary>Files of tombstones, newer than the backup's own.</summary>
    public ImmutableArray<string> Erasures { get; init; } = [];

    /// <summary>The damaged data directory, if it is still there, or a connection string of PostgreSQL: its tombstones and its size are read as far as they can be.</summary>
    public string? Damaged { get; init; }

    /// <summary>Whose log the epoch is told to: the operator's slug.</summary>
    public required string By { get; init; }

    /// <summary>With PostgreSQL the folders in which <c>pg_restore</c> is looked for, separated as in <c>PATH</c>. Default: those of <c>PATH</c>.</summary>
    public string Programs { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";
}
