using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>A kind of party and the days on which it exists.</summary>
internal sealed record PartyKindDefinition(PartyKind Kind, string Title, DateOnly From, DateOnly? Until)
{
    /// <summary>The articles of the Bpg that designate it to receive police data structurally (Wpg 18), with their days.</summary>
    public ImmutableArray<Designation> Designations { get; init; } = [];

    public string? English { get; init; }

    public bool ExistsAt(DateOnly date) => date >= From && (Until is not { } until || date <= until);

    public bool IsDesignatedAt(DateOnly date) => Designations.Any(d => date >= d.From && (d.Until is not { } until || date <= until));
}
