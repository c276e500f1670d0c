using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Says in plain words whether an exchange is permitted, on what it rests, what flows, and what is missing. Pure; thread safe.</summary>
public static class PolicyExplainer
{
    private static readonly BetrokkeneRol[] Roles = [.. Enum.GetValues<BetrokkeneRol>().Where(r => r != BetrokkeneRol.Onbekend)];

    /// <summary>Explains one request, with full consent of every role.</summary>
    /// <param name="snapshot">The set.</param>
    /// <param name="request">The request.</param>
    /// <param name="audience">For the asking side, an answer that the holder must have released beforehand explains alike whatever was released.</param>
    /// <param name="language">Dutch or English.</param>
    public static PolicyExplanation Explain(PolicySnapshot snapshot, in PolicyRequest request, ExplainAudience audience, ExplainLanguage language)
    {
        var text = new ExplainText(snapshot.Decider.Table.Words, language);
        if (audience == ExplainAudience.Asker && IsStandingAnswer(snapshot, request))
        {
            return new PolicyExplanation(null, [], [], [], [text.DependsOnHolder]);
        }

        var decisions = new BetrokkeneDecision[Roles.Length];
        var decision = snapshot.Decider.Decide(request, Roles.Select(r => new BetrokkeneFacts(RolSet.Of(r), CategorySet.All)).ToArray(), decisions);
        var released = Roles.Zip(decisions).Where(d => !d.Second.Released.IsEmpty).Select(d => new ExplainedRelease(d.First, d.Second.Released, d.Second.Level)).ToImmutableArray();
        var rules = decision.Basis.Rules.Select(id => snapshot.Decider.Table.Rules.First(r => r.Id == id.Code)).ToList();
        var lines = decision.Verdict == Verdict.Permit
            ? text.Permit(snapshot, request, rules, released, decision)
            : text.Deny(decision);
        return new PolicyExplanation(decision.Verdict, decision.Basis.Rules, decision.Basis.Laws, decision.Unmet, [.. lines]) { Released = released };
    }

    /// <summary>True if what would flow is an answer that the holder releases beforehand: then even a denial would tell.</summary>
    private static bool IsStandingAnswer(PolicySnapshot snapshot, PolicyRequest request)
    {
        var table = snapshot.Decider.Table;
        return request.By != Initiative.Push && snapshot.Partners.TryGetValue(request.From, out var from) && snapshot.Partners.TryGetValue(request.To, out var to)
            && request.Purpose.Code is { } code && table.Purposes.TryGetValue(code, out var purpose)
            && table.Bucket(table.Kinds[from.Kind.Code], table.Kinds[to.Kind.Code], purpose, request.By) is { } bucket
            && bucket.Rules.Any(r => r.Source.Holder != RuleHolder.None);
    }
}
