namespace ConvenantGateway.Policy;

/// <summary>A partner as the decision sees it.</summary>
/// <param name="Partner">The file.</param>
/// <param name="Kind">The definition of its kind.</param>
/// <param name="KindIndex">Index in the table.</param>
/// <param name="IsParty">Listed by the covenant.</param>
internal sealed record PartyEntry(Partner Partner, PartyKindDefinition Kind, int KindIndex, bool IsParty)
{
    public bool IsInTerm(DateOnly date) => date >= Partner.From && (Partner.Until is not { } until || date <= until) && Kind.ExistsAt(date);

    public bool Stands(DateOnly date) => IsParty && Partner.HasSigned && !Partner.IsSuspended && IsInTerm(date);
}
