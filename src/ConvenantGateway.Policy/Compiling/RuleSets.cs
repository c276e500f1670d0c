namespace ConvenantGateway.Policy;

/// <summary>
/// Numbers the distinct lists of rules that cells hold, while rules are added one after the other. A prohibition for everybody lies in tens of thousands of cells with a handful of
/// distinct lists: cells with the same rules share one number, and one bucket. Number 0 is the empty list. Not thread safe.
/// </summary>
internal sealed class RuleSets
{
    private readonly List<CompiledRule> _rules = [];
    private readonly List<(ushort Before, int Last)> _sets = [(0, -1)];
    private readonly Dictionary<(ushort Before, int Rule), ushort> _next = [];
    private (ushort Before, int Rule) _asked = (ushort.MaxValue, -1);
    private ushort _answer;

    /// <summary>How many lists there are, the empty one included.</summary>
    public int Count => _sets.Count;

    /// <summary>Adds a rule to be put into cells.</summary>
    public int Begin(CompiledRule rule)
    {
        _rules.Add(rule);
        return _rules.Count - 1;
    }

    /// <summary>The number of the list with one more rule.</summary>
    /// <exception cref="OverflowException">There are more than 65,535 distinct lists.</exception>
    public ushort With(ushort set, int rule)
    {
        // A rule that names a party twice lies in the cell once.
        if (_sets[set].Last == rule)
        {
            return set;
        }

        if (_asked == (set, rule))
        {
            return _answer;
        }

        if (!_next.TryGetValue((set, rule), out var next))
        {
            next = checked((ushort)_sets.Count);
            _sets.Add((set, rule));
            _next[(set, rule)] = next;
        }

        (_asked, _answer) = ((set, rule), next);
        return next;
    }

    /// <summary>The rules of a list, in the order in which they were added.</summary>
    public IReadOnlyList<CompiledRule> Rules(ushort set)
    {
        var rules = new List<CompiledRule>();
        for (var at = set; at != 0; at = _sets[at].Before)
        {
            rules.Add(_rules[_sets[at].Last]);
        }

        rules.Reverse();
        return rules;
    }
}
