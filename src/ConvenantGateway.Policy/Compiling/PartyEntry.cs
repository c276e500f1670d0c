namespace ConvenantGateway.Policy;

/// <summary>A partner as the decision sees it.</summary>
/// <param name="Partner">The file.</param>
/// <param name="Kind">The definition of its kind.</param>
/// <param name="KindIndex">Index in the table.</param>
/// <param name="IsParty">Listed by the covenant.</param>
/// <param name="Declared">Its declarations of prior investigation; null takes every one as held.</param>
internal sealed record PartyEntry(Partner Partner, PartyKindDefinition Kind, int KindIndex, bool IsParty, Declarations? Declared)
{
    /// <summary>Joined the covenant on this day (clause C22); the default means from the start.</summary>
    public DateOnly Joined { get; init; }

    /// <summary>The first day after it left (clause C21); null for open.</summary>
    public DateOnly? Left { get; init; }

    public bool IsInTerm(DateOnly date) => date >= Partner.From && date >= Joined && (Left is not { } left || date < left) && (Partner.Until is not { } until || date <= until) && Kind.ExistsAt(date);

    public bool Stands(DateOnly date) => IsParty && Partner.HasSigned && !Partner.IsSuspended && IsInTerm(date);
}
