using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>One time that a policy set was put in force: what, when, by whom, why, between whom. Written once, never changed. Immutable.</summary>
public sealed record PolicySetActivation
{
    /// <summary>Its place in the list, from 1; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>The transaction of its record in the log.</summary>
    public required Guid Transaction { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The covenant.</summary>
    public required string Covenant { get; init; }

    /// <summary>The digests of the set.</summary>
    public required PolicyDigests Digests { get; init; }

    /// <summary>How it came in force.</summary>
    public required ActivationKind Kind { get; init; }

    /// <summary>Who asked: a system account, or <c>gateway</c> at start and for a bare signal.</summary>
    public required string By { get; init; }

    /// <summary>Why; empty where no reason is demanded.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The parties between whom it holds: who signed it, and whose signature under a set that contains it still counts.</summary>
    public required ImmutableArray<PartnerId> Signers { get; init; }

    /// <summary>Digests of the stored sets whose signatures it carries, because it allows nothing that they do not. Proved anew at each start.</summary>
    public ImmutableArray<string> Narrows { get; init; } = [];

    /// <summary>The digest of the set before it; empty for the first.</summary>
    public string Previous { get; init; } = "";

    /// <summary>Which checks it passed, under which build; equal text means they need not run again.</summary>
    public string Checks { get; init; } = "";

    /// <summary>What it changes against the set before it, as lines.</summary>
    public ImmutableArray<string> Difference { get; init; } = [];
}
