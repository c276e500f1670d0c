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

    public static IEnumerable<PolicyRequest> Of(PolicySnapshot snapshot)
    {
        var table = snapshot.Decider.Table;
        var dates = LawDates.Of([table.Words]).Where(d => d > DateOnly.MinValue).ToList();
        var byKind = snapshot.Partners.Values.Where(p => snapshot.Covenant.Parties.Contains(p.Id)).ToLookup(p => p.Kind.Code);
        return
            from cell in table.Cells()
            let probe = CellProbe.Of(table, cell.From, cell.To, cell.Purpose, cell.By)
            where probe.Grounds.Any()
            from sender in byKind[cell.From].Take(1)
            from receiver in byKind[cell.To].Where(p => p.Id != sender.Id || snapshot.Covenant.Id == "statute").Take(1)
            from date in dates
            from ground in probe.Grounds
            from evidence in EvidenceSubsets.Of(probe.EvidenceBits)
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
