using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>One rule of the sharing matrix, whole: for a screen that shows it with its names and its articles. Immutable.</summary>
public sealed record MatrixRule
{
    /// <summary>The rule.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in Dutch.</summary>
    public required string Title { get; init; }

    /// <summary>Its title in English; empty if none was written.</summary>
    public required string English { get; init; }

    /// <summary>True for a row that denies.</summary>
    public required bool IsProhibition { get; init; }

    /// <summary>True if it holds in the Noodprocedure only.</summary>
    public required bool IsEmergency { get; init; }

    /// <summary>Marked derived: a judgement that the covenant signed off, not the words of a source.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>True if it holds in the profile of the date that was asked.</summary>
    public required bool HoldsNow { get; init; }

    /// <summary>Which part of an exchange it speaks of.</summary>
    public required MatrixPart Part { get; init; }

    /// <summary>Kinds of sender.</summary>
    public required ImmutableArray<string> From { get; init; }

    /// <summary>True if it is for every kind of sender.</summary>
    public required bool IsFromAnyone { get; init; }

    /// <summary>Kinds of receiver.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>True if it is for every kind of receiver.</summary>
    public required bool IsToAnyone { get; init; }

    /// <summary>Purposes.</summary>
    public required ImmutableArray<string> Purposes { get; init; }

    /// <summary>True if it is for every purpose.</summary>
    public required bool IsForAnyPurpose { get; init; }

    /// <summary>Initiatives.</summary>
    public required ImmutableArray<Initiative> By { get; init; }

    /// <summary>First and last profile in which it holds, e.g. <c>NL-2009–NL-2012</c>.</summary>
    public required string Profiles { get; init; }

    /// <summary>Grounds, any one of which does; empty on a prohibition for every ground.</summary>
    public required ImmutableArray<string> Grounds { get; init; }

    /// <summary>Evidence beyond what the ground demands.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Evidence whose lack warns and never denies.</summary>
    public required Evidence WarnWithout { get; init; }

    /// <summary>What flows, by role; empty on a prohibition.</summary>
    public required ImmutableArray<MatrixRole> Roles { get; init; }

    /// <summary>What it keeps back, whatever another rule releases. On a prohibition: what is prohibited; empty for the whole exchange.</summary>
    public required CategorySet Never { get; init; }

    /// <summary>What travels with the data.</summary>
    public required ImmutableArray<Obligation> Obligations { get; init; }

    /// <summary>Why categories are not provided, in Dutch.</summary>
    public required ImmutableArray<WithheldReason> Withheld { get; init; }

    /// <summary>The articles that it rests on.</summary>
    public required ImmutableArray<LawReference> Sources { get; init; }

    /// <summary>On a covenant rule: the rule of the law that it narrows; empty for none.</summary>
    public required string Narrows { get; init; }
}
