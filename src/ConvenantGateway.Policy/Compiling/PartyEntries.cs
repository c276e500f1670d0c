using System.Collections.Frozen;

namespace ConvenantGateway.Policy;

/// <summary>Puts together what the decision knows of a partner: kind, covenant, joining and leaving, declarations.</summary>
internal static class PartyEntries
{
    public static PartyEntry Of(Partner partner, PolicyTable table, CovenantTerms covenant, bool isStatute)
    {
        var declarations = covenant.PriorInvestigations.Where(d => d.Partner == partner.Id).ToList();
        return new PartyEntry(
            partner,
            table.Words.Kinds[partner.Kind.Code],
            table.Kinds[partner.Kind.Code],
            covenant.Parties.Contains(partner.Id),
            isStatute ? null : new Declarations(declarations.ToFrozenDictionary(d => d.Rule, StringComparer.Ordinal)))
        {
            Joined = covenant.Accessions.TryGetValue(partner.Id, out var joined) ? joined : default,
            Left = covenant.Withdrawals.TryGetValue(partner.Id, out var left) ? left : null,
        };
    }
}
