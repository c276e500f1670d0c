using System.Collections.Immutable;

namespace ConvenantGateway.Development.Policies;

/// <summary>What came of an activation or of a start: stands in the node's activation folder. Holds no case data. Immutable.</summary>
public sealed record ActivationReport
{
    /// <summary>The request that it answers; null for a start and for a bare signal.</summary>
    public Guid? Request { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>started</c>, <c>restored</c>, <c>activated</c>, <c>unchanged</c> or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The covenant in force.</summary>
    public required string Covenant { get; init; }

    /// <summary>The digest of the set that is in force afterwards.</summary>
    public required string Set { get; init; }

    /// <summary>The digest of its manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>Why it was refused, each with its permanent code; empty otherwise.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];

    /// <summary>What does not hinder but someone should know.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>True if what was asked is so.</summary>
    public bool IsInForce => Outcome != "refused";
}
