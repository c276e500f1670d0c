using System.Collections.Immutable;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The answer to one evaluation. The default decision is no.</summary>
internal sealed record AccessOutcome
{
    /// <summary>True: what was stated may flow, as far as <see cref="Released"/> says.</summary>
    public bool Decision { get; init; }

    /// <summary>400 for a statement that cannot be read; 0 for a decision.</summary>
    public int ErrorStatus { get; init; }

    /// <summary>Why not, or what to know.</summary>
    public ImmutableArray<AccessReason> Reasons { get; init; } = [];

    /// <summary>The rules that matched, with their law and obligations.</summary>
    public DecisionBasis Basis { get; init; } = DecisionBasis.None;

    /// <summary>The evidence that lacks.</summary>
    public Evidence Missing { get; init; }

    /// <summary>What may flow of each person, in the order of the request.</summary>
    public ImmutableArray<CategorySet> Released { get; init; } = [];

    /// <summary>What the record says of it: codes only.</summary>
    public string Summary { get; init; } = "";

    /// <summary>A statement that cannot be decided.</summary>
    public static AccessOutcome Error(string dutch) => new()
    {
        ErrorStatus = 400,
        Reasons = [new AccessReason("unreadable", dutch, AccessTexts.English("unreadable"))],
        Summary = "unreadable",
    };

    /// <summary>A denial for one reason that no rule is needed for.</summary>
    public static AccessOutcome Deny(string id, string dutch) => new() { Reasons = [new AccessReason(id, dutch, AccessTexts.English(id))], Summary = id };
}
