namespace ConvenantGateway.Policy;

/// <summary>One role of one rule, all codes as text separated by a space.</summary>
public sealed record MatrixRow
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>True for a row that denies.</summary>
    public required bool IsProhibition { get; init; }

    /// <summary>True if it holds in the Noodprocedure only.</summary>
    public required bool IsEmergency { get; init; }

    /// <summary>Kinds of sender; <c>*</c> for all.</summary>
    public required string From { get; init; }

    /// <summary>Kinds of receiver; <c>*</c> for all.</summary>
    public required string To { get; init; }

    /// <summary>Purposes; <c>*</c> for all.</summary>
    public required string Purpose { get; init; }

    /// <summary>Initiatives.</summary>
    public required string By { get; init; }

    /// <summary>First and last profile in which it holds, e.g. <c>NL-2009–NL-2012</c>.</summary>
    public required string Profiles { get; init; }

    /// <summary>Grounds, any one of which does.</summary>
    public required string Grounds { get; init; }

    /// <summary>Evidence beyond what the ground demands.</summary>
    public required string Evidence { get; init; }

    /// <summary>The role; empty on a prohibition.</summary>
    public required string Rol { get; init; }

    /// <summary>What flows about the role.</summary>
    public required string Categories { get; init; }

    /// <summary>The highest level of a status answer.</summary>
    public required string Level { get; init; }

    /// <summary>What it keeps back.</summary>
    public required string Never { get; init; }

    /// <summary>What travels with the data.</summary>
    public required string Obligations { get; init; }

    /// <summary><c>sourced</c> or <c>derived</c>.</summary>
    public required string Mark { get; init; }
}
