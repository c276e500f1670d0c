using ConvenantGateway.Policy;

namespace ConvenantGateway.Benchmarks.Deciding;

/// <summary>Asks the compiled policy everything there is to ask and writes the answers down as a list.</summary>
internal static class RuleRows
{
    /// <summary>Every piece of evidence there is.</summary>
    public static Evidence AllEvidence { get; } = Enum.GetValues<Evidence>().Aggregate(Evidence.None, static (all, one) => all | one);

    /// <summary>All rows on a date.</summary>
    public static List<RuleRow> Of(PolicySnapshot snapshot, DateOnly date)
    {
        var rows = new List<RuleRow>();
        var roles = Enum.GetValues<BetrokkeneRol>();
        var facts = roles.Select(static r => new BetrokkeneFacts(RolSet.Of(r), CategorySet.All)).ToArray();
        var decisions = new BetrokkeneDecision[facts.Length];
        foreach (var request in Requests(snapshot, date))
        {
            if (snapshot.Decider.Decide(request, facts, decisions).Verdict != Verdict.Permit)
            {
                continue;
            }

            for (var i = 0; i < roles.Length; i++)
            {
                rows.AddRange(decisions[i].Released.Codes().Select(code =>
                    new RuleRow(request.From.Value, request.To.Value, request.Purpose.Code, request.By, request.Ground.Code, roles[i], code)));
            }
        }

        return rows;
    }

    private static IEnumerable<PolicyRequest> Requests(PolicySnapshot snapshot, DateOnly date) =>
        from sender in snapshot.Partners.Keys.OrderBy(static p => p.Value, StringComparer.Ordinal)
        from receiver in snapshot.Partners.Keys.OrderBy(static p => p.Value, StringComparer.Ordinal)
        where sender != receiver
        from purpose in snapshot.Purposes.Keys.Order(StringComparer.Ordinal)
        from initiative in Enum.GetValues<Initiative>()
        from ground in snapshot.Grounds.Keys.Order(StringComparer.Ordinal)
        select new PolicyRequest { From = sender, To = receiver, Purpose = new Purpose(purpose), By = initiative, Ground = new Ground(ground), LawDate = date, Evidence = AllEvidence };
}
