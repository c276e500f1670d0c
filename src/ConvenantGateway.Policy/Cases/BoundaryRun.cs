namespace ConvenantGateway.Policy;

/// <summary>Tries the neighbours of a permitted request: other parties, other purposes, the days around its term, and each piece of evidence taken away.</summary>
internal static class BoundaryRun
{
    public static IEnumerable<string> Differences(PolicyCase expected, CaseBoundaries edges, DateOnly date, PolicySnapshot snapshot)
    {
        var request = expected.Request with { LawDate = date };
        expected = edges.Rules.IsEmpty ? expected : expected with { Rules = edges.Rules };
        return Parties(expected, edges, request, snapshot).Concat(Purposes(expected, edges, request, snapshot)).Concat(Days(expected, edges, request, snapshot)).Concat(Evidences(expected, edges, request, snapshot));
    }

    private static IEnumerable<string> Parties(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot)
    {
        // Under a covenant a partner never exchanges with itself; in the law layer it stands for its kind, which may.
        var isStatute = snapshot.Covenant.Id == StatuteSnapshot.Id;
        foreach (var partner in snapshot.Partners.Values.OrderBy(p => p.Id.Value, StringComparer.Ordinal))
        {
            var kind = snapshot.Decider.Table.Words.Kinds[partner.Kind.Code];
            if (!kind.ExistsAt(request.LawDate))
            {
                continue;
            }

            if (!edges.From.IsEmpty && (isStatute || partner.Id != request.To)
                && Difference(expected, request with { From = partner.Id }, edges.From.Contains(partner.Kind.Code, StringComparer.Ordinal), !edges.Rules.IsEmpty, snapshot) is { } from)
            {
                yield return $"boundaries.from: `{partner.Kind.Code}` as sender {from}";
            }

            if (!edges.To.IsEmpty && (isStatute || partner.Id != request.From)
                && Difference(expected, request with { To = partner.Id }, edges.To.Contains(partner.Kind.Code, StringComparer.Ordinal), !edges.Rules.IsEmpty, snapshot) is { } to)
            {
                yield return $"boundaries.to: `{partner.Kind.Code}` as receiver {to}";
            }
        }
    }

    private static IEnumerable<string> Purposes(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot) =>
        edges.Purposes.IsEmpty
            ? []
            : snapshot.Purposes.Keys.Order(StringComparer.Ordinal)
                .Select(p => (Purpose: p, Text: Difference(expected, request with { Purpose = new Purpose(p) }, edges.Purposes.Contains(p, StringComparer.Ordinal), !edges.Rules.IsEmpty, snapshot)))
                .Where(p => p.Text is not null).Select(p => $"boundaries.purpose: `{p.Purpose}` {p.Text}");

    private static IEnumerable<string> Days(PolicyCase expected, CaseBoundaries edges, PolicyRequest request, PolicySnapshot snapshot)
    {
        bool On(DateOnly day) => Matches(expected, request with { LawDate = day }, snapshot);
        if (edges.First is { } first && (!On(first) || (first > DateOnly.MinValue && On(first.AddDays(-1)))))
        {
            yield return $"boundaries.first: {first:yyyy-MM-dd} is not the first day";
        }

        if (edges.Last is { } last && (!On(last) || (last < DateOnly.MaxValue && On(last.AddDays(1)))))
        {
            yield return $"boundaries.last: {last:yyyy-MM-dd} is not the last day";
        }

        // No last day beside a first one: it holds until today's law at least.
        if (edges is { First: not null, Last: null } && !On(snapshot.Decider.Table.Words.Profiles[^1].From))
        {
            yield return "boundaries.last: it no longer holds in the newest profile; write the last day";
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

    /// <summary>Inside, every rule of the case matches and no other, unless the edges are of some of them; outside, none of those that permit.</summary>
    private static string? Difference(PolicyCase expected, PolicyRequest request, bool isInside, bool hasOwnEdges, PolicySnapshot snapshot)
    {
        if (isInside)
        {
            return !Matches(expected, request, snapshot) ? "should match and does not"
                : !hasOwnEdges && snapshot.Decider.Decide(request, [], []).Basis.Rules.Length != expected.Rules.Length ? "matches a rule that this case does not name" : null;
        }

        var decision = snapshot.Decider.Decide(request, [], []);
        var permits = snapshot.Decider.Table.Rules.Where(r => !r.IsProhibition && expected.Rules.Contains(r.Id, StringComparer.Ordinal)).Select(r => r.Id);
        return decision.Verdict == Verdict.Permit && permits.Any(id => decision.Basis.Rules.Any(r => r.Code == id)) ? "matches a rule of this case" : null;
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
