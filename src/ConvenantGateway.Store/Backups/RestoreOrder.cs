using System.Collections.Immutable;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Store;

/// <summary>What to restore.</summary>
public sealed record RestoreOrder
{
    /// <summary>The folder of the backup.</summary>
    public required string From { get; init; }

    /// <summary>The data directory to make; must not exist or be empty.</summary>
    public required string To { get; init; }

    /// <summary>The log's verifier key, from elsewhere than the backup; null to take the one that it names itself.</summary>
    public VerifierKey? Key { get; init; }

    /// <summary>Files of tombstones, newer than the backup's own.</summary>
    public ImmutableArray<string> Erasures { get; init; } = [];

    /// <summary>The damaged data directory, if it is still there: its tombstones and its size are read as far as they can be.</summary>
    public string? Damaged { get; init; }

    /// <summary>Whose log the epoch is told to: the operator's slug.</summary>
    public required string By { get; init; }
}
