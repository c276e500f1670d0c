using System.Collections.Immutable;

namespace ConvenantGateway.Store;

/// <summary>
/// What an operator orders of the log: an erasure, a hold, its lifting, or the record of a backup. Carried out on an opened store, or left for a running node as JSON. Persons stand here as blind
/// values only. Immutable.
/// </summary>
public sealed record LogOrder
{
    /// <summary>Names the order; the transaction of its record.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is ordered.</summary>
    public required LogOrderKind Kind { get; init; }

    /// <summary>On whose decision: an officer's or operator's slug.</summary>
    public required string By { get; init; }

    /// <summary>The system account that gave it.</summary>
    public string Account { get; init; } = "";

    /// <summary>For an erasure its rule, for a hold its reason, for lifting why: a code. For a backup the digest of its manifest.</summary>
    public required string Rule { get; init; }

    /// <summary>The last day of a hold.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>About whom.</summary>
    public ImmutableArray<LogOrderPerson> Persons { get; init; } = [];

    /// <summary>For a backup: the size of the log in it.</summary>
    public long Size { get; init; }
}
