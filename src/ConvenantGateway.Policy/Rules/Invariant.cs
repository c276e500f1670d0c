using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>What must hold whatever the rules say (<c>invariants.yaml</c>). Where <see cref="Elsewhere"/> is set another part holds it and the decision has nothing to prove.</summary>
internal sealed record Invariant
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Which text it states, e.g. <c>0.1(10)</c>.</summary>
    public required string FromText { get; init; }

    public required Place Place { get; init; }

    /// <summary>The points it speaks of.</summary>
    public InvariantScope When { get; init; } = new();

    /// <summary>What must hold there; null where <see cref="Elsewhere"/> is set.</summary>
    public InvariantClaim? Then { get; init; }

    /// <summary>The rules that may.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>What holds it instead, in plain Dutch.</summary>
    public string? Elsewhere { get; init; }

    /// <summary>True if one rule alone releases what this forbids: found at load, before any proof.</summary>
    public bool IsBrokenBy(Rule rule)
    {
        if (rule.IsProhibition || Then is not { } claim || IsExcepted(rule) || !When.Meets(rule))
        {
            return false;
        }

        var released = rule.Release.Where(r => When.Roles.IsEmpty || When.Roles.Contains(r.Rol)).Aggregate(default(CategorySet), (set, r) => set | r.Categories);
        return claim.Kind switch
        {
            ClaimKind.Deny => true,
            ClaimKind.Never => released.Overlaps(claim.Categories),
            ClaimKind.Grounds => rule.Grounds.Except(claim.Grounds, StringComparer.Ordinal).Any(),
            _ => false,
        };
    }

    /// <summary>True for a rule that may, and for a covenant rule that narrows one.</summary>
    public bool IsExcepted(Rule rule) => Except.Contains(rule.Id, StringComparer.Ordinal) || (rule.Narrows is { } statute && Except.Contains(statute, StringComparer.Ordinal));
}
