using System.Collections.Immutable;
using CsCheck;

namespace ConvenantGateway.Policy.Tests;

/// <summary>Holds <see cref="PolicyDiff"/> against asking both sets everything there is to ask.</summary>
[Trait("Mutants", "last")]
public sealed class DiffBruteForceTests
{
    private readonly PolicySnapshot _statute = PolicyRoot.LoadStatute();

    [Fact]
    public void Compare_RandomPairs_FindsWhatAskingEverythingFinds()
    {
        var words = _statute.Decider.Table.Words;
        var all = _statute.Decider.Table.Rules;
        var pairs =
            from picked in Gen.Int[0, all.Length - 1].Array[4, 10]
            from changes in Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 100_000]).Array[1, 3]
            select (Rules: picked.Distinct().Select(i => all[i]).ToImmutableArray(), Changes: changes);
        var differing = 0;
        pairs.Sample(
            pair =>
            {
                var mutated = pair.Rules;
                foreach (var (which, how) in pair.Changes.Where(_ => !mutated.IsEmpty))
                {
                    var rule = mutated[which % mutated.Length];
                    var mutants = RuleMutants.Of(rule, words).ToList();
                    mutated = mutants[how % mutants.Count].Rule is { } mutant ? mutated.Replace(rule, mutant) : mutated.Remove(rule);
                }

                var (old, candidate) = (Of(pair.Rules), Of(mutated));
                var (found, expected) = (Found(PolicyDiff.Compare(old, candidate).NewlyAllowed), BruteForce(old, candidate));
                Assert.Equal(expected, found);
                Assert.Equal(BruteForce(candidate, old).Where(e => !e.Contains("without", StringComparison.Ordinal)), Found(PolicyDiff.Compare(old, candidate).NewlyDenied));
                if (expected.Count > 0)
                {
                    Interlocked.Increment(ref differing);
                }
            },
            iter: Sampling.Pairs);
        Assert.True(differing > Sampling.Pairs / 6, $"only {differing} pairs differed");

        PolicySnapshot Of(ImmutableArray<Rule> rules) => StatuteSnapshot.Of(words, rules, new PolicyErrorList());
    }

    private static SortedSet<string> Found(IEnumerable<PolicyChange> changes) => [.. changes.SelectMany(c => c.What.Split(' ').Select(w => $"{c.Where}: {w}"))];

    private static SortedSet<string> BruteForce(PolicySnapshot old, PolicySnapshot candidate)
    {
        var found = new SortedSet<string>();
        foreach (var request in WholeField.OfBoth(old, candidate))
        {
            var (was, will) = (Ask(old, request), Ask(candidate, request));
            if (will.Decision.Verdict != Verdict.Permit)
            {
                continue;
            }

            var where = $"{request.From.Value.ToUpperInvariant()} → {request.To.Value.ToUpperInvariant()}, {request.Purpose}, {CodeWords.Word(request.By)}, {request.Ground}{(request.Emergency ? ", Noodprocedure" : "")}";
            if (was.Decision.Verdict != Verdict.Permit)
            {
                found.Add($"{where}: exchange");
            }
            else
            {
                var dropped = was.Decision.Basis.Obligations.Except(will.Decision.Basis.Obligations).ToList();
                found.UnionWith(dropped.Count == 0 ? [] : dropped.Select(o => $"{where}: {o}").Append($"{where}: without"));
            }

            for (var i = 0; i < WholeField.Persons.Length; i++)
            {
                var person = WholeField.Persons[i];
                if (person.Origins is DataOrigins.None or DataOrigins.Wpg or DataOrigins.Medical or DataOrigins.Melding or DataOrigins.Hvb)
                {
                    var of = $"{where}, {CodeWords.Word(person.Rollen.Roles().First())}{(person.Origins == DataOrigins.None ? "" : $", onward {CodeWords.Word(person.Origins)}")}";
                    found.UnionWith((will.Persons[i].Released - was.Persons[i].Released).Codes().Select(c => $"{of}: {c}"));
                    found.UnionWith(will.Persons[i].Level > was.Persons[i].Level ? [$"{of}: {will.Persons[i].Level}"] : []);
                }
            }
        }

        return found;
    }

    private static (PolicyDecision Decision, BetrokkeneDecision[] Persons) Ask(PolicySnapshot snapshot, PolicyRequest request)
    {
        var persons = new BetrokkeneDecision[WholeField.Persons.Length];
        return (snapshot.Decider.Decide(request, WholeField.Persons, persons), persons);
    }
}
