using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The points that an invariant speaks of; an empty list means any.</summary>
internal sealed record InvariantScope
{
    public ImmutableArray<string> From { get; init; } = [];

    public ImmutableArray<string> To { get; init; } = [];

    public ImmutableArray<string> Purposes { get; init; } = [];

    public ImmutableArray<Initiative> By { get; init; } = [];

    public uint Profiles { get; init; } = uint.MaxValue;

    public ImmutableArray<BetrokkeneRol> Roles { get; init; } = [];

    public ImmutableArray<string> Grounds { get; init; } = [];

    /// <summary>Labels of received data; none for the sender's own and received data alike.</summary>
    public DataOrigins Origins { get; init; }

    /// <summary>Null for both.</summary>
    public bool? Emergency { get; init; }

    /// <summary>True if the rule could match at a point of this scope.</summary>
    public bool Meets(Rule rule) =>
        Any(From, rule.From) && Any(To, rule.To) && Any(Purposes, rule.Purposes) && Any(Grounds, rule.Grounds)
        && (By.IsEmpty || rule.By.Intersect(By).Any())
        && (rule.Profiles & Profiles) != 0
        && (Emergency is not { } emergency || emergency == rule.IsEmergency)
        && (Origins == DataOrigins.None || (rule.Onward & Origins) != 0);

    /// <summary>True if the cell lies in this scope.</summary>
    public bool Holds(string from, string to, string purpose, Initiative by) =>
        One(From, from) && One(To, to) && One(Purposes, purpose) && (By.IsEmpty || By.Contains(by));

    private static bool Any(ImmutableArray<string> scope, ImmutableArray<string> own) => scope.IsEmpty || own.Intersect(scope, StringComparer.Ordinal).Any();

    private static bool One(ImmutableArray<string> scope, string own) => scope.IsEmpty || scope.Contains(own, StringComparer.Ordinal);
}
