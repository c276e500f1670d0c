using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Tells whether the checks, the cases or the invariants of the folder notice a mutant.</summary>
internal sealed class MutantHunt
{
    private readonly Vocabulary _words;
    private readonly ImmutableArray<Rule> _rules;
    private readonly List<PolicyCase> _cases;
    private readonly PolicyTable _table;

    public MutantHunt(PolicySnapshot statute, PolicyFiles files)
    {
        _table = statute.Decider.Table;
        (_words, _rules) = (_table.Words, _table.Rules);
        _cases = [.. CaseRun.CasesOf(files, statute)];
    }

    /// <summary><c>caught</c>, <c>same</c> if the mutant decides nothing otherwise, or <c>missed</c>.</summary>
    public string Try(Rule rule, Rule? mutant)
    {
        var errors = new PolicyErrorList();
        var rules = mutant is null ? _rules.Remove(rule) : _rules.Replace(rule, mutant);
        if (mutant is not null)
        {
            RuleChecks.Check(mutant, _words, errors);
            InvariantsFile.Check([mutant], _words.Invariants, errors);
        }

        var snapshot = StatuteSnapshot.Of(_words, rules, errors);
        if (!errors.IsEmpty || _cases.Where(c => Concerns(c, rule, mutant)).Any(c => !CaseRun.Differences(c, snapshot).IsEmpty))
        {
            return "caught";
        }

        if (IsSame(rule, mutant, snapshot))
        {
            return "same";
        }

        var cells = Cells(rule, mutant).SelectMany(c => (mutant ?? rule).By.Select(by => (c.Item1, c.Item2, c.Item3, by)));
        return Array.TrueForAll(PolicyProof.ProveCells(snapshot.Decider.Table, null, cells, LawDates.Of([_words])).CounterExamples, static c => c is null) ? "missed" : "caught";
    }

    private static bool Concerns(PolicyCase one, Rule rule, Rule? mutant) => one.Rules.Contains(rule.Id) || Reaches(one, rule) || (mutant is not null && Reaches(one, mutant));

    /// <summary>True if the rule lies in the cell of the request, or in one of the neighbours that its boundaries try: one axis away.</summary>
    private static bool Reaches(PolicyCase one, Rule rule)
    {
        var from = rule.From.Any(f => f.Equals(one.Request.From.Value, StringComparison.OrdinalIgnoreCase));
        var to = rule.To.Any(t => t.Equals(one.Request.To.Value, StringComparison.OrdinalIgnoreCase));
        var purpose = rule.Purposes.Contains(one.Request.Purpose.Code);
        var near = (from ? 1 : 0) + (to ? 1 : 0) + (purpose ? 1 : 0);
        return rule.By.Contains(one.Request.By) && near >= (one.Boundaries is null ? 3 : 2);
    }

    /// <summary>An equivalent mutant: at no point of the cells it lies in does anything come out otherwise. The rule ids count, for they stand in every record.</summary>
    private bool IsSame(Rule rule, Rule? mutant, PolicySnapshot mutated)
    {
        var dates = LawDates.Of([_words]);
        foreach (var by in (mutant ?? rule).By)
        {
            foreach (var (from, to, purpose) in Cells(rule, mutant))
            {
                var (one, other) = (CellProbe.Of(_table, from, to, purpose, by), CellProbe.Of(mutated.Decider.Table, from, to, purpose, by));
                foreach (var ground in one.Grounds.Union(other.Grounds))
                {
                    foreach (var date in dates)
                    {
                        foreach (var evidence in EvidenceSubsets.Of(one.EvidenceBits | other.EvidenceBits))
                        {
                            foreach (var emergency in new[] { false, true })
                            {
                                var point = new ProbePoint(from, to, purpose, by, ground, date, evidence, emergency);
                                var (was, will) = (one.Match(point), other.Match(point));
                                if (was.Permits != will.Permits || WholeField.Persons.Any(p => one.Release(point, was, p) != other.Release(point, will, p)))
                                {
                                    return false;
                                }
                            }
                        }
                    }
                }
            }
        }

        return true;
    }

    private static IEnumerable<(string, string, string)> Cells(Rule rule, Rule? mutant) =>
        from f in rule.From.Union(mutant?.From ?? [])
        from t in rule.To.Union(mutant?.To ?? [])
        from p in rule.Purposes
        select (f, t, p);
}
