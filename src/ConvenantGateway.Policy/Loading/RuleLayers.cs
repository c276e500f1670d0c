using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Puts the statute layer and the covenant layer together: what the covenant takes over, what it narrows, what it signs off.</summary>
internal sealed class RuleLayers(PolicyFiles files, Vocabulary words, PolicyErrorList errors, PolicyErrorList warnings)
{
    /// <summary>The rules in force, in file order; derived rules without sign-off and rules that the covenant does not take are left out.</summary>
    public ImmutableArray<Rule> InForce(CovenantSource? covenant, string id)
    {
        var reader = new RulesFile(words, errors);
        var statute = Statute();
        var own = files.Under($"covenant/{id}/").Where(f => f.Path.EndsWith(".rules.yaml", StringComparison.Ordinal)).SelectMany(f => reader.Read(f.Path, f.Bytes, isCovenant: true)).ToList();
        var byId = Unique([.. statute, .. own]);
        InvariantsFile.CheckExceptions(statute, words.Invariants, errors);
        InvariantsFile.Check([.. statute, .. own], words.Invariants, errors);
        if (covenant is null)
        {
            return [];
        }

        CheckNarrowing(own, byId);
        CheckInvestigations(covenant, byId);
        var taken = Taken(covenant, byId);
        var signedOff = SignedOff(covenant, byId);
        var rules = statute.Where(r => r.IsProhibition || taken.Contains(r.Id)).Concat(own).ToList();
        foreach (var rule in rules.Where(r => !r.IsProhibition && r.Purposes.Except(covenant.Purposes, StringComparer.Ordinal).Any()))
        {
            errors.Add(PolicyErrorCodes.Widening, rule.Place, $"rule `{rule.Id}` is for a purpose that the covenant `{id}` does not list");
        }

        foreach (var off in rules.Where(r => IsOff(r, signedOff)))
        {
            warnings.Add(PolicyErrorCodes.SignOff, off.Place, $"rule `{off.Id}` is derived and off: the covenant `{id}` has not signed it off");
        }

        return [.. rules.Where(r => !IsOff(r, signedOff))];
    }

    /// <summary>Every row of the law, derived ones too, in file order.</summary>
    public ImmutableArray<Rule> Statute()
    {
        var reader = new RulesFile(words, errors);
        return [.. files.Under("statute/").SelectMany(f => reader.Read(f.Path, f.Bytes, isCovenant: false))];
    }

    private void CheckInvestigations(CovenantSource covenant, Dictionary<string, Rule> byId)
    {
        foreach (var declared in covenant.Terms.PriorInvestigations)
        {
            if (!byId.TryGetValue(declared.Rule, out var rule))
            {
                errors.Add(PolicyErrorCodes.PriorInvestigation, covenant.Place, $"`{declared.Rule}` is declared but is no rule", Nearest.Suggest(declared.Rule, byId.Keys));
            }
            else if (rule.PriorInvestigation != declared.Paragraph)
            {
                errors.Add(PolicyErrorCodes.PriorInvestigation, covenant.Place, $"rule `{declared.Rule}` asks {(rule.PriorInvestigation is { } p ? $"`{p}`" : "no prior investigation")}, not `{declared.Paragraph}`");
            }
        }
    }

    private static bool IsOff(Rule rule, HashSet<string> signedOff) => rule is { IsDerived: true, IsProhibition: false } && !signedOff.Contains(rule.Id);

    private Dictionary<string, Rule> Unique(IReadOnlyList<Rule> rules)
    {
        var byId = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!byId.TryAdd(rule.Id, rule))
            {
                errors.Add(PolicyErrorCodes.DuplicateId, rule.Place, $"rule `{rule.Id}` stands in two places; the other is {byId[rule.Id].Place.File}:{byId[rule.Id].Place.Line}");
            }
        }

        return byId;
    }

    private void CheckNarrowing(IEnumerable<Rule> own, Dictionary<string, Rule> byId)
    {
        foreach (var rule in own.Where(r => r.Narrows is not null))
        {
            if (!byId.TryGetValue(rule.Narrows!, out var statute) || statute.Narrows is not null)
            {
                errors.Add(PolicyErrorCodes.Widening, rule.Place, $"rule `{rule.Id}` narrows `{rule.Narrows}`, which is no statute rule", Nearest.Suggest(rule.Narrows!, byId.Keys));
                continue;
            }

            foreach (var key in Containment.Wider(rule, statute))
            {
                errors.Add(PolicyErrorCodes.Widening, rule.Place, $"rule `{rule.Id}` is wider than `{statute.Id}` in `{key}`; a covenant narrows the law and never widens it");
            }

            if (statute.IsDerived && !rule.IsDerived)
            {
                errors.Add(PolicyErrorCodes.Widening, rule.Place, $"rule `{rule.Id}` narrows the derived rule `{statute.Id}` and is derived too", "write `mark: derived`");
            }
        }
    }

    private HashSet<string> Taken(CovenantSource covenant, Dictionary<string, Rule> byId)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in covenant.TakenOver)
        {
            if (!byId.TryGetValue(word.Value, out var rule) || rule.Narrows is not null)
            {
                errors.Add(PolicyErrorCodes.UnknownCode, word.Place, $"`{word.Value}` is not a statute rule", Nearest.Suggest(word.Value, byId.Keys));
                continue;
            }

            taken.Add(word.Value);
        }

        return taken;
    }

    private HashSet<string> SignedOff(CovenantSource covenant, Dictionary<string, Rule> byId)
    {
        var signed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in covenant.SignedOff)
        {
            if (!byId.TryGetValue(word.Value, out var rule))
            {
                errors.Add(PolicyErrorCodes.SignOff, word.Place, $"`{word.Value}` is signed off but is no rule", Nearest.Suggest(word.Value, byId.Keys));
            }
            else if (!rule.IsDerived)
            {
                errors.Add(PolicyErrorCodes.SignOff, word.Place, $"`{word.Value}` is sourced and needs no sign-off");
            }

            signed.Add(word.Value);
        }

        return signed;
    }
}
