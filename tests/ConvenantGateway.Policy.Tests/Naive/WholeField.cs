namespace ConvenantGateway.Policy.Tests;

/// <summary>Every request of the cells in which anything can be permitted, and every betrokkene.</summary>
internal static class WholeField
{
    public static BetrokkeneFacts[] Persons { get; } =
    [
        .. from rol in Enum.GetValues<BetrokkeneRol>()
           from consent in new[] { CategorySet.All, default }
           from origin in new[] { DataOrigins.None, DataOrigins.Wpg, DataOrigins.Medical, DataOrigins.Melding, DataOrigins.Hvb, DataOrigins.Wpg | DataOrigins.Hvb, DataOrigins.Unknown }
           select new BetrokkeneFacts(RolSet.Of(rol), consent, origin),
    ];

    public static IEnumerable<PolicyRequest> Of(PolicySnapshot snapshot) => OfBoth(snapshot, snapshot);

    /// <summary>Every request that either set could permit.</summary>
    public static IEnumerable<PolicyRequest> OfBoth(PolicySnapshot one, PolicySnapshot other)
    {
        var dates = LawDates.Of([one.Decider.Table.Words]).Where(d => d > DateOnly.MinValue).ToList();
        var byKind = one.Partners.Values.Where(p => one.Covenant.Parties.Contains(p.Id)).ToLookup(p => p.Kind.Code);
        return
            from cell in one.Decider.Table.Cells().Union(other.Decider.Table.Cells())
            let first = CellProbe.Of(one.Decider.Table, cell.From, cell.To, cell.Purpose, cell.By)
            let second = CellProbe.Of(other.Decider.Table, cell.From, cell.To, cell.Purpose, cell.By)
            where first.Grounds.Any() || second.Grounds.Any()
            from sender in byKind[cell.From].Take(1)
            from receiver in byKind[cell.To].Where(p => p.Id != sender.Id || one.Covenant.Id == "statute").Take(1)
            from date in dates
            from ground in first.Grounds.Union(second.Grounds)
            from evidence in EvidenceSubsets.Of(first.EvidenceBits | second.EvidenceBits)
            from emergency in new[] { false, true }
            select new PolicyRequest
            {
                From = sender.Id,
                To = receiver.Id,
                Purpose = new Purpose(cell.Purpose),
                By = cell.By,
                Ground = new Ground(ground),
                LawDate = date,
                Evidence = evidence,
                Emergency = emergency,
            };
    }
}
