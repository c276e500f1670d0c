using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A decision under Wpg 20 as an object (<c>covenant/&lt;id&gt;/decisions</c>; domain.md 10.4 R-01).</summary>
public sealed record Article20Decision
{
    /// <summary>The id of the decision.</summary>
    public required string Id { get; init; }

    /// <summary>The police partner that provides.</summary>
    public required PartnerId From { get; init; }

    /// <summary>Whom it lists.</summary>
    public required ImmutableArray<PartnerId> Recipients { get; init; }

    /// <summary>What it lists.</summary>
    public required CategorySet Categories { get; init; }

    /// <summary>The purposes it is for.</summary>
    public required ImmutableArray<Purpose> Purposes { get; init; }

    /// <summary>Wpg 20(1): <c>a</c> to <c>d</c>.</summary>
    public required char PurposeLetter { get; init; }

    /// <summary>The competent authority that agreed.</summary>
    public required string Authority { get; init; }

    /// <summary>When it agreed.</summary>
    public required DateOnly AgreementDate { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidUntil { get; init; }
}
