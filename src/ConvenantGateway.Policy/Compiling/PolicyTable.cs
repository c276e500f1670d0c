using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>The rules of one covenant, indexed by (from kind, to kind, purpose, initiative). Knows kinds, not partners. Immutable and thread safe.</summary>
internal sealed class PolicyTable
{
    private const int Initiatives = 5;
    private readonly ushort[] _cells;
    private readonly RuleBucket[] _buckets;
    private readonly ImmutableArray<UnmetCondition>[] _noRule;

    private PolicyTable(Vocabulary words, ImmutableArray<Rule> rules, FrozenDictionary<string, int> kinds, FrozenDictionary<string, int> purposes, FrozenDictionary<string, int> grounds, ushort[] cells, RuleBucket[] buckets)
    {
        Words = words;
        Rules = rules;
        Kinds = kinds;
        Purposes = purposes;
        Grounds = grounds;
        _cells = cells;
        _buckets = buckets;
        _noRule = new ImmutableArray<UnmetCondition>[purposes.Count];
        Onward = new OnwardCaps(words.Onward);
    }

    public Vocabulary Words { get; }

    /// <summary>What may be passed on.</summary>
    public OnwardCaps Onward { get; }

    /// <summary>The rules in force under the covenant, in file order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    public FrozenDictionary<string, int> Kinds { get; }

    public FrozenDictionary<string, int> Purposes { get; }

    public FrozenDictionary<string, int> Grounds { get; }

    /// <summary>Every cell that has a rule.</summary>
    public IEnumerable<(string From, string To, string Purpose, Initiative By)> Cells()
    {
        foreach (var (from, f) in Kinds.OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            foreach (var (to, t) in Kinds.OrderBy(k => k.Key, StringComparer.Ordinal))
            {
                foreach (var (purpose, p) in Purposes.OrderBy(k => k.Key, StringComparer.Ordinal))
                {
                    for (var by = 1; by < Initiatives; by++)
                    {
                        if (Bucket(f, t, p, (Initiative)by) is not null)
                        {
                            yield return (from, to, purpose, (Initiative)by);
                        }
                    }
                }
            }
        }
    }

    /// <summary>The rules of a cell; null if it has none.</summary>
    public RuleBucket? Bucket(int from, int to, int purpose, Initiative by)
    {
        if ((uint)by >= Initiatives)
        {
            return null;
        }

        var index = _cells[Cell(from, to, purpose, by, Kinds.Count, Purposes.Count)];
        return index == 0 ? null : _buckets[index];
    }

    /// <summary>The denial where no rule exists; one shared text for each purpose.</summary>
    /// <param name="purpose">Index of the purpose; -1 for one that nobody knows.</param>
    /// <param name="code">Its code.</param>
    public PolicyDecision NoRule(int purpose, Purpose code)
    {
        if (purpose < 0)
        {
            return Denial.NoRule(Words, code);
        }

        if (_noRule[purpose].IsDefault)
        {
            _noRule[purpose] = Denial.NoRule(Words, code).Unmet;
        }

        return new PolicyDecision(Verdict.Deny, DecisionBasis.None, _noRule[purpose]);
    }

    public int GroundIndex(Ground ground) => ground.Code is { } code && Grounds.TryGetValue(code, out var index) ? index : -1;

    /// <summary>Compiles; a cell with too many rules is an error.</summary>
    public static PolicyTable Compile(Vocabulary words, ImmutableArray<Rule> rules, PolicyErrorList errors)
    {
        var kinds = Index(words.Kinds.Keys);
        var purposes = Index(words.Purposes.Keys);
        var grounds = Index(words.Grounds.Keys);
        var definitions = grounds.OrderBy(g => g.Value).Select(g => words.Grounds[g.Key]).ToList();
        var sets = new RuleSets();
        var cells = new ushort[kinds.Count * kinds.Count * purposes.Count * Initiatives];
        foreach (var rule in rules)
        {
            var index = sets.Begin(new CompiledRule(rule, definitions));
            foreach (var from in rule.From)
            {
                foreach (var to in rule.To)
                {
                    foreach (var purpose in rule.Purposes)
                    {
                        foreach (var by in rule.By)
                        {
                            ref var cell = ref cells[Cell(kinds[from], kinds[to], purposes[purpose], by, kinds.Count, purposes.Count)];
                            cell = sets.With(cell, index);
                        }
                    }
                }
            }
        }

        var used = new bool[sets.Count];
        foreach (var set in cells)
        {
            used[set] = true;
        }

        var buckets = new RuleBucket[sets.Count];
        for (ushort set = 1; set < sets.Count; set++)
        {
            if (!used[set])
            {
                continue;
            }

            var list = sets.Rules(set);
            if (list.Count > RuleBucket.MaxRules)
            {
                errors.Add(PolicyErrorCodes.TooManyRules, list[^1].Source.Place, $"rule `{list[^1].Source.Id}` is one of {list.Count} for the same parties, purpose and initiative; {RuleBucket.MaxRules} fit");
                continue;
            }

            buckets[set] = new RuleBucket(list);
        }

        return new PolicyTable(words, rules, kinds, purposes, grounds, cells, buckets);
    }

    private static int Cell(int from, int to, int purpose, Initiative by, int kinds, int purposes) =>
        ((((from * kinds) + to) * purposes) + purpose) * Initiatives + (int)by;

    private static FrozenDictionary<string, int> Index(IEnumerable<string> codes) =>
        codes.Order(StringComparer.Ordinal).Select((code, i) => (code, i)).ToFrozenDictionary(c => c.code, c => c.i, StringComparer.Ordinal);
}
