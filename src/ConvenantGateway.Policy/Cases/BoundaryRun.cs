namespace ConvenantGateway.Policy;

/// <summary>Tries the neighbours of a permitted request: other parties, other purposes, the days around its term, and each piece of evidence taken away.</summary>
internal static class BoundaryRun
{
    public static IEnumerable<string> Differences(PolicyCase expected, CaseBoundaries edges, DateOnly date, PolicySnapshot snapshot)
    {
        var request = expected.Request with { LawDate = date };
        return Parties(expected, edges, request, snapshot).Concat(Purposes(expected, edges, request, snapshot)).Concat(Days(expected, edges, request, snapshot)).Concat(Evidences(expected, edges, request, snapshot));
    }

    private static IEnumerable<string> Parties(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot)
    {
        foreach (var partner in snapshot.Partners.Values.Where(p => p.Id != request.From && p.Id != request.To).OrderBy(p => p.Id.Value, StringComparer.Ordinal))
        {
            var kind = snapshot.Decider.Table.Words.Kinds[partner.Kind.Code];
            if (!kind.ExistsAt(request.LawDate))
            {
                continue;
            }

            if (!edges.From.IsEmpty && Matches(expected, request with { From = partner.Id }, snapshot) != edges.From.Contains(partner.Kind.Code, StringComparer.Ordinal))
            {
                yield return $"boundaries.from: `{partner.Kind.Code}` as sender {(edges.From.Contains(partner.Kind.Code, StringComparer.Ordinal) ? "should match and does not" : "matches the same rules")}";
            }

            if (!edges.To.IsEmpty && Matches(expected, request with { To = partner.Id }, snapshot) != edges.To.Contains(partner.Kind.Code, StringComparer.Ordinal))
            {
                yield return $"boundaries.to: `{partner.Kind.Code}` as receiver {(edges.To.Contains(partner.Kind.Code, StringComparer.Ordinal) ? "should match and does not" : "matches the same rules")}";
            }
        }
    }

    private static IEnumerable<string> Purposes(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot) =>
        edges.Purposes.IsEmpty
            ? []
            : snapshot.Purposes.Keys.Order(StringComparer.Ordinal)
                .Where(p => Matches(expected, request with { Purpose = new Purpose(p) }, snapshot) != edges.Purposes.Contains(p, StringComparer.Ordinal))
                .Select(p => $"boundaries.purpose: `{p}` {(edges.Purposes.Contains(p, StringComparer.Ordinal) ? "should match and does not" : "matches the same rules")}");

    private static IEnumerable<string> Days(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot)
    {
        bool On(DateOnly day) => Matches(expected, request with { LawDate = day }, snapshot);
        if (edges.First is { } first && (!On(first) || On(first.AddDays(-1))))
        {
            yield return $"boundaries.first: {first:yyyy-MM-dd} is not the first day";
        }

        if (edges.Last is { } last && (!On(last) || On(last.AddDays(1))))
        {
            yield return $"boundaries.last: {last:yyyy-MM-dd} is not the last day";
        }
    }

    private static IEnumerable<string> Evidences(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot)
    {
        if (!edges.IsEvidenceMinimal)
        {
            yield break;
        }

        var whole = Answer(expected, request, snapshot);
        foreach (var piece in EvidenceWords.Flags.Where(f => request.Evidence.HasFlag(f)))
        {
            if (Answer(expected, request with { Evidence = request.Evidence & ~piece }, snapshot) == whole)
            {
                yield return $"boundaries.evidence: without `{EvidenceWords.Words(piece).Single()}` the decision is the same";
            }
        }
    }

    private static bool Matches(PolicyCase expected, PolicyRequest request, PolicySnapshot snapshot)
    {
        var decision = snapshot.Decider.Decide(request, [], []);
        return decision.Verdict == Verdict.Permit && expected.Rules.All(id => decision.Basis.Rules.Any(r => r.Code == id));
    }

    private static string Answer(PolicyCase expected, PolicyRequest request, PolicySnapshot snapshot)
    {
        var decisions = new BetrokkeneDecision[expected.Persons.Length];
        var decision = snapshot.Decider.Decide(request, [.. expected.Persons.Select(p => p.Facts)], decisions);
        return $"{decision.Verdict} {string.Join(' ', decision.Basis.Rules)} {string.Join(' ', decisions.Select(d => $"{d.Released}/{d.Level}"))} {decision.Warnings.Length}";
    }
}
