namespace ConvenantGateway.Policy;

/// <summary>
/// One disclosure to decide: data would flow from <see cref="From"/> to <see cref="To"/>. A pull is two of these (design.md section 2).
/// A value; nothing in it is looked up later, so a decision can be reproduced from it and the stored policy set.
/// </summary>
public readonly record struct PolicyRequest
{
    /// <summary>Who would disclose.</summary>
    public required PartnerId From { get; init; }

    /// <summary>Who would receive.</summary>
    public required PartnerId To { get; init; }

    /// <summary>The one purpose.</summary>
    public required Purpose Purpose { get; init; }

    /// <summary>Initiative.</summary>
    public required Initiative By { get; init; }

    /// <summary>The one ground. Default (no code) matches no rule.</summary>
    public required Ground Ground { get; init; }

    /// <summary>The date whose law applies: the exchange's date, or the covenant's re-enactment date.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>What was shown and checked.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The Noodprocedure is asked for: then only rules marked <c>emergency</c> match, and otherwise only the others.</summary>
    public bool Emergency { get; init; }
}
