using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The rules behind a decision, with their law and obligations. Immutable, prebuilt at compile time.</summary>
public sealed class DecisionBasis
{
    /// <summary>No rule.</summary>
    public static DecisionBasis None { get; } = new([], [], [], []);

    internal DecisionBasis(ImmutableArray<RuleId> rules, ImmutableArray<LawReference> laws, ImmutableArray<Obligation> obligations, ImmutableArray<WithheldReason> withheld)
    {
        Rules = rules;
        Laws = laws;
        Obligations = obligations;
        Withheld = withheld;
    }

    /// <summary>The ids of all rules that matched, in file order.</summary>
    public ImmutableArray<RuleId> Rules { get; }

    /// <summary>The articles those rules rest on.</summary>
    public ImmutableArray<LawReference> Laws { get; }

    /// <summary>All obligations of all matching rules.</summary>
    public ImmutableArray<Obligation> Obligations { get; }

    /// <summary>Why categories are withheld, per role, as the rules' <c>withheld</c> notes say. Not every withheld category has one.</summary>
    public ImmutableArray<WithheldReason> Withheld { get; }
}
