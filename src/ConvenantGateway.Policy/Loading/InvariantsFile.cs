using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>invariants.yaml</c>: what must never happen, whatever the rules say.</summary>
internal sealed class InvariantsFile(
    PolicyFiles files, ImmutableArray<Profile> profiles, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> purposes, IReadOnlyCollection<string> grounds, PolicyErrorList errors)
{
    private const string Path = "invariants.yaml";
    private static readonly string[] Claims = ["deny", "never", "demands", "obligations", "at-most", "grounds", "property"];

    public ImmutableArray<Invariant> Read()
    {
        if (!files.Files.TryGetValue(Path, out var bytes))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(Path), "this file must be there");
            return [];
        }

        if (YamlMap.Root(Path, bytes, errors) is not { } map)
        {
            return [];
        }

        var invariants = map.Maps("invariants", required: true).Select(One).OfType<Invariant>().ToImmutableArray();
        map.Done();
        foreach (var twice in invariants.GroupBy(i => i.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, twice.Place, $"the invariant `{twice.Id}` stands in two places");
        }

        return invariants;
    }

    /// <summary>Reports every rule that alone breaks an invariant, and every exception for a rule that is not there.</summary>
    public static void Check(IReadOnlyCollection<Rule> rules, ImmutableArray<Invariant> invariants, PolicyErrorList errors)
    {
        foreach (var rule in rules)
        {
            foreach (var broken in invariants.Where(i => i.IsBrokenBy(rule)))
            {
                errors.Add(PolicyErrorCodes.Invariant, rule.Place, $"rule `{rule.Id}` breaks invariant `{broken.Id}`: {broken.Title}");
            }
        }
    }

    /// <summary>An exception names a row of the law: one that names nothing waits for a rule of a covenant to take the name.</summary>
    public static void CheckExceptions(IReadOnlyCollection<Rule> statute, ImmutableArray<Invariant> invariants, PolicyErrorList errors)
    {
        var known = statute.Select(static r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (invariant, id) in invariants.SelectMany(static i => i.Except.Select(e => (i, e))).Where(x => !known.Contains(x.e)))
        {
            errors.Add(PolicyErrorCodes.UnknownCode, invariant.Place, $"invariant `{invariant.Id}` excepts `{id}`, which is no statute rule", Nearest.Suggest(id, known));
        }
    }

    private Invariant? One(YamlMap line)
    {
        var id = line.Text("id");
        var title = line.Text("title");
        var text = line.Text("from-text");
        var when = line.Map("when");
        var then = line.Map("then");
        var except = line.Words("except");
        var elsewhere = line.Text("elsewhere", required: false);
        line.Done();
        var scope = when is null ? new InvariantScope() : Scope(when);
        var claim = then is null ? null : Claim(then);
        if ((then is null) == (elsewhere is null))
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, line.Place, "an invariant has either `then` or `elsewhere`");
            return null;
        }

        return id is null || title is null || text is null || (then is not null && claim is null)
            ? null
            : new Invariant { Id = id, Title = title, FromText = text, Place = line.Place, When = scope, Then = claim, Except = [.. except.Select(w => w.Value)], Elsewhere = elsewhere };
    }

    private InvariantScope Scope(YamlMap map)
    {
        var scope = new InvariantScope
        {
            From = Values(map.Codes("from", kinds, "kind of party")),
            To = Values(map.Codes("to", kinds, "kind of party")),
            Purposes = Values(map.Codes("purpose", purposes, "purpose")),
            By = [.. map.Codes("by", CodeWords.Initiatives, "initiative").Select(w => CodeWords.Initiative(w.Value))],
            Profiles = ProfileRange.Read(map, profiles, errors),
            Roles = [.. map.Codes("rol", CodeWords.Rollen, "role").Select(w => CodeWords.Rol(w.Value))],
            Grounds = Values(map.Codes("grounds", grounds, "ground")),
            Origins = map.Codes("origin", CodeWords.Origins, "origin label").Aggregate(DataOrigins.None, (set, w) => set | CodeWords.Origin(w.Value)),
            Emergency = map.Has("emergency") ? map.Flag("emergency") : null,
        };
        map.Done();
        return scope;
    }

    private InvariantClaim? Claim(YamlMap map)
    {
        var named = Claims.Where(map.Has).ToList();
        if (named.Count != 1)
        {
            errors.Add(PolicyErrorCodes.RuleIncomplete, map.Place, $"`then` makes exactly one claim: {string.Join(", ", Claims)}");
        }

        var claim = named.FirstOrDefault() switch
        {
            "deny" when map.Flag("deny") => new InvariantClaim(ClaimKind.Deny),
            "never" => new InvariantClaim(ClaimKind.Never) { Categories = Never(map) },
            "demands" => new InvariantClaim(ClaimKind.Demands) { Evidence = VocabularyFiles.EvidenceOf(map, "demands") },
            "obligations" => new InvariantClaim(ClaimKind.Obligations) { Obligations = [.. map.Codes("obligations", ObligationWords.All, "obligation").Select(w => new Obligation(w.Value))] },
            "at-most" => map.Code("at-most", CodeWords.Levels, "level") is { } level ? new InvariantClaim(ClaimKind.AtMost) { Level = CodeWords.Level(level) } : null,
            "grounds" => new InvariantClaim(ClaimKind.Grounds) { Grounds = Values(map.Codes("grounds", grounds, "ground", required: true)) },
            "property" => map.Code("property", DecisionProperties.Words, "property") is { } word ? new InvariantClaim(ClaimKind.Property) { Property = word } : null,
            _ => null,
        };
        map.Done();
        return claim;
    }

    private static CategorySet Never(YamlMap map)
    {
        var never = map.Codes("never", ["all", .. CodeWords.Categories], "category", required: true);
        return never.Any(w => w.Value == "all") ? CategorySet.All : CodeWords.Set(never);
    }

    private static ImmutableArray<string> Values(IEnumerable<YamlNode.Scalar> words) => [.. words.Select(w => w.Value)];
}
