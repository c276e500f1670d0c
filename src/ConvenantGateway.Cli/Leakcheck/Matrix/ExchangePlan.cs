using System.Collections.Immutable;
using ConvenantGateway.Development.Certificates;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Cli.Leakcheck;

/// <summary>Every partner with every other for every purpose: what a rule permits, one cell for each set of rules, and what none permits. Read from the policy itself. Immutable.</summary>
/// <param name="Allowed">With a rule.</param>
/// <param name="Refused">Without one.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Unreached">Rules of the covenant that no cell exercises.</param>
internal sealed record ExchangePlan(ImmutableArray<ExchangeCell> Allowed, ImmutableArray<ExchangeCell> Refused, ImmutableArray<PartnerId> Parties, ImmutableArray<string> Unreached)
{
    /// <summary>All that a token request can show.</summary>
    public static Evidence Shown { get; } = Enum.GetValues<Evidence>().Aggregate(Evidence.None, static (all, one) => all | one) & ~Evidence.StandingPermission;

    /// <summary>Plans.</summary>
    public static ExchangePlan Of(PolicySnapshot snapshot, DateOnly lawDate)
    {
        var parties = DevelopmentNames.Partners.Select(static p => PartnerId.Parse(p.Id)).Where(p => snapshot.FindCounterparty(p, lawDate) is not null).ToImmutableArray();
        var purposes = snapshot.Purposes.Keys.Order(StringComparer.Ordinal).Select(static p => new Purpose(p)).ToList();
        var grounds = snapshot.Grounds.Keys.Order(StringComparer.Ordinal).Select(static g => new Ground(g)).ToList();
        var allowed = ImmutableArray.CreateBuilder<ExchangeCell>();
        var refused = ImmutableArray.CreateBuilder<ExchangeCell>();
        foreach (var (from, to, purpose) in from f in parties from t in parties where f != t from p in purposes select (f, t, p))
        {
            var found = allowed.Count;
            foreach (var (by, emergency) in from b in (Initiative[])[Initiative.Push, Initiative.Status, Initiative.Read] from e in (bool[])[false, true] select (b, e))
            {
                Cover(snapshot, lawDate, grounds.Select(g => new ExchangeCell(from, to, purpose, g, by, emergency, [])), allowed);
            }

            if (allowed.Count == found)
            {
                refused.Add(new ExchangeCell(from, to, purpose, grounds[0], Initiative.Push, false, []));
            }
        }

        var reached = allowed.SelectMany(static c => c.Rules).ToHashSet(StringComparer.Ordinal);
        var all = PolicyMatrix.Of(snapshot).Where(static r => !r.IsProhibition).Select(static r => r.Rule).Distinct();
        return new ExchangePlan(allowed.ToImmutable(), refused.ToImmutable(), parties, [.. all.Where(r => !reached.Contains(r))]);
    }

    /// <summary>One cell for every rule that is not yet there.</summary>
    private static void Cover(PolicySnapshot snapshot, DateOnly lawDate, IEnumerable<ExchangeCell> cells, ImmutableArray<ExchangeCell>.Builder allowed)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            var question = cell.Question(Shown, lawDate);
            if (snapshot.Decider.DemandedEvidence(question) is null || snapshot.Decider.Decide(question, [], []) is not { Verdict: Verdict.Permit } decision)
            {
                continue;
            }

            var rules = decision.Basis.Rules.Select(static r => r.Code).ToImmutableArray();
            if (rules.Any(covered.Add))
            {
                allowed.Add(cell with { Rules = rules });
            }
        }
    }
}
