namespace ConvenantGateway.Policy;

/// <summary>A kind of party and the days on which it exists.</summary>
internal sealed record PartyKindDefinition(PartyKind Kind, string Title, DateOnly From, DateOnly? Until)
{
    public bool ExistsAt(DateOnly date) => date >= From && (Until is not { } until || date <= until);
}
