using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One possible answer of a step. Immutable.</summary>
public sealed record WegwijzerAnswer
{
    /// <summary>The id: <c>ja</c>, <c>geweigerd</c> …</summary>
    public required string Id { get; init; }

    /// <summary>What is read, in Dutch.</summary>
    public required string Label { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>The next step's id or an outcome's code.</summary>
    public required string Next { get; init; }

    /// <summary>True if the answer needs a text.</summary>
    public bool NeedsText { get; init; }

    /// <summary>The grounds that this answer points to; empty if it points to none.</summary>
    public ImmutableArray<Ground> Grounds { get; init; } = [];

    /// <summary>What this answer advises, in Dutch; empty for nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string AdviceEnglish { get; init; } = "";

    /// <summary>When it holds: on all but the last answer of a fact step; else null.</summary>
    public WegwijzerGuard? When { get; init; }
}
