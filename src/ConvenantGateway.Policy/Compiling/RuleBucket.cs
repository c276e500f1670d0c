using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>All rules of one cell (from kind, to kind, purpose, initiative) with one shared basis for every subset that matches, built when it first does. Immutable and thread safe.</summary>
internal sealed class RuleBucket
{
    /// <summary>More rules than this in one cell are refused at load: there is a place for each of 2^n bases.</summary>
    public const int MaxRules = 8;

    private const ushort KnownRoles = 0b111_1111_1110;
    private const int LastRole = (int)BetrokkeneRol.Hulpvrager;
    private readonly CompiledRule[] _rules;
    private const int MaxDenials = 1024;
    private readonly DecisionBasis?[] _bases;
    private readonly Evidence _demanded;
    private readonly ConcurrentDictionary<DenialKey, PolicyDecision> _denials = new();

    public RuleBucket(IReadOnlyList<CompiledRule> rules)
    {
        _rules = [.. rules];
        _demanded = _rules.Aggregate(Evidence.None, static (set, rule) => set | rule.DemandedByAny);
        _bases = new DecisionBasis?[1 << Math.Min(_rules.Length, MaxRules)];
    }

    public IReadOnlyList<CompiledRule> Rules => _rules;

    /// <summary>The basis of the rules that match; two threads may build it at once, and either is as good.</summary>
    public DecisionBasis BasisOf(int subset) => _bases[subset] ??= Basis(subset);

    /// <summary>The rules that match, as bits; false if none permits or one denies the whole.</summary>
    /// <param name="profile">Index of the profile.</param>
    /// <param name="ground">Index of the ground.</param>
    /// <param name="evidence">What was shown.</param>
    /// <param name="emergency">The Noodprocedure was asked for.</param>
    /// <param name="declared">The rules for which the sender holds a declaration of prior investigation at the date; null takes every one as held.</param>
    /// <param name="date">The date whose law applies.</param>
    /// <param name="subset">The matching rules.</param>
    public bool TryMatch(int profile, int ground, Evidence evidence, bool emergency, Declarations? declared, DateOnly date, out int subset)
    {
        subset = 0;
        var permits = false;
        var denies = false;
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if (rule.Matches(profile, ground, evidence, emergency) && IsDeclared(rule.Source, declared, date))
            {
                subset |= 1 << i;
                permits |= !rule.IsProhibition;
                denies |= rule.DeniesAll;
            }
        }

        return permits && !denies;
    }

    /// <summary>
    /// The denial for a request that no rule of this bucket lets pass. The same question gets the same, shared answer: a text is made once. Bounded, for what is asked comes from outside;
    /// beyond that it is made anew.
    /// </summary>
    public PolicyDecision Deny(PolicyTable table, int profile, int ground, int purpose, PartyEntry sender, in PolicyRequest request)
    {
        var undeclared = 0;
        for (var i = 0; i < _rules.Length; i++)
        {
            undeclared |= IsDeclared(_rules[i].Source, sender.Declared, request.LawDate) ? 0 : 1 << i;
        }

        var key = new DenialKey(profile, ground, purpose, request.Evidence & _demanded, request.Emergency, undeclared);
        if (_denials.TryGetValue(key, out var known))
        {
            return known;
        }

        var made = Denial.Cell(table, this, profile, ground, sender, request);
        if (_denials.Count < MaxDenials)
        {
            _denials.TryAdd(key, made);
        }

        return made;
    }

    /// <summary>True if a matching rule demands this evidence.</summary>
    public bool Demands(int subset, int ground, Evidence evidence)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            if ((subset & (1 << i)) != 0 && (_rules[i].Demand(ground) & evidence) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the matching rules release about one person: per role their union, over roles the intersection, less what any of them keeps back.</summary>
    public BetrokkeneDecision Release(int subset, int ground, Evidence evidence, in BetrokkeneFacts facts)
    {
        var roles = facts.Rollen.Bits;
        if (roles == 0 || (roles & ~KnownRoles) != 0)
        {
            return default;
        }

        var released = CategorySet.All.Bits;
        var level = StatusLevel.L2;
        for (var rol = 1; rol <= LastRole; rol++)
        {
            if ((roles & (1 << rol)) == 0)
            {
                continue;
            }

            var (categories, best) = OfRole((BetrokkeneRol)rol, subset, ground, evidence, facts);
            released &= categories;
            level = best < level ? best : level;
        }

        for (var i = 0; i < _rules.Length; i++)
        {
            if ((subset & (1 << i)) != 0)
            {
                released &= ~(_rules[i].Never | _rules[i].Prohibited);
            }
        }

        return new BetrokkeneDecision(new CategorySet(released), released == 0 ? StatusLevel.L0 : level);
    }

    private (uint Categories, StatusLevel Level) OfRole(BetrokkeneRol rol, int subset, int ground, Evidence evidence, in BetrokkeneFacts facts)
    {
        var categories = 0u;
        var level = StatusLevel.L0;
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if ((subset & (1 << i)) != 0 && !rule.IsProhibition && rule.PassesOn(facts.Origins))
            {
                categories |= rule.Categories(rol, ground, evidence, facts.ConsentScope);
                var own = rule.Level(rol, evidence);
                level = own > level ? own : level;
            }
        }

        return (categories, level);
    }

    /// <summary>What the matching rules warn of; shared arrays where one rule warns.</summary>
    public ImmutableArray<UnmetCondition> Warnings(int subset, Evidence evidence)
    {
        var found = ImmutableArray<UnmetCondition>.Empty;
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            var missing = rule.Warning & ~evidence;
            if ((subset & (1 << i)) == 0 || missing == Evidence.None)
            {
                continue;
            }

            var own = missing == rule.Warning ? rule.WarningTexts : rule.WarningTextsOf(missing);
            found = found.IsEmpty ? own : found.AddRange(own);
        }

        return found;
    }

    /// <summary>The evidence whose lack the matching rules warn of.</summary>
    public Evidence Missed(int subset, Evidence evidence)
    {
        var missed = Evidence.None;
        for (var i = 0; i < _rules.Length; i++)
        {
            missed |= (subset & (1 << i)) != 0 ? _rules[i].Warning & ~evidence : Evidence.None;
        }

        return missed;
    }

    /// <summary>True where no prior investigation is asked, or the sender holds the declaration. What is forbidden stays forbidden whatever was declared.</summary>
    public static bool IsDeclared(Rule rule, Declarations? declared, DateOnly date) =>
        rule.PriorInvestigation is null || rule.IsProhibition || declared is null || declared.Cover(rule, date);

    private DecisionBasis Basis(int subset)
    {
        var chosen = _rules.Where((_, i) => (subset & (1 << i)) != 0).Select(r => r.Source).ToList();
        return chosen.Count == 0
            ? DecisionBasis.None
            : new DecisionBasis(
                [.. chosen.Select(r => new RuleId(r.Id))],
                [.. chosen.SelectMany(r => r.Sources).Distinct()],
                [.. chosen.SelectMany(r => r.Obligations).Distinct()],
                [.. chosen.SelectMany(r => r.Withheld).Distinct()]);
    }
}
