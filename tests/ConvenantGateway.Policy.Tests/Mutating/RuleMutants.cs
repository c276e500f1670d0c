namespace ConvenantGateway.Policy.Tests;

/// <summary>Every way in which a careless hand could widen or lose one rule: drop it, widen a category, add a party, shift a date, drop a condition.</summary>
internal static class RuleMutants
{
    /// <summary>The mutants; a null rule was dropped.</summary>
    public static IEnumerable<(string What, Rule? Rule)> Of(Rule rule, Vocabulary words)
    {
        yield return ("dropped", null);
        foreach (var mutant in Categories(rule).Concat(Parties(rule, words)).Concat(Dates(rule, words)).Concat(Conditions(rule, words)))
        {
            yield return mutant;
        }
    }

    private static IEnumerable<(string, Rule?)> Categories(Rule rule)
    {
        foreach (var role in rule.Release)
        {
            foreach (var one in Enumerable.Range(1, CategorySet.Count).Select(CategorySet.Of).Where(c => !role.Categories.Contains(c)))
            {
                yield return ($"{one} added for {role.Rol}", rule with { Release = rule.Release.Replace(role, role with { Categories = role.Categories | one }) });
            }

            if (role.Level is StatusLevel.L0 or StatusLevel.L1 && rule.By.Contains(Initiative.Status) && !rule.IsQuestion)
            {
                yield return ($"level raised for {role.Rol}", rule with { Release = rule.Release.Replace(role, role with { Level = role.Level + 1 }) });
            }
        }

        foreach (var one in Enumerable.Range(1, CategorySet.Count).Select(CategorySet.Of).Where(c => rule.IsProhibition && rule.Never.Contains(c) && rule.Never != c))
        {
            yield return ($"{one} no longer forbidden", rule with { Never = rule.Never - one });
        }
    }

    private static IEnumerable<(string, Rule?)> Parties(Rule rule, Vocabulary words)
    {
        foreach (var kind in words.Kinds.Keys)
        {
            if (!rule.From.Contains(kind))
            {
                yield return ($"sender {kind} added", rule with { From = rule.From.Add(kind) });
            }

            if (!rule.To.Contains(kind))
            {
                yield return ($"receiver {kind} added", rule with { To = rule.To.Add(kind) });
            }
        }
    }

    private static IEnumerable<(string, Rule?)> Dates(Rule rule, Vocabulary words)
    {
        var all = (1u << words.Profiles.Length) - 1;
        yield return ("a profile earlier", rule with { Profiles = (rule.Profiles | (rule.Profiles >> 1)) & all });
        yield return ("a profile later", rule with { Profiles = (rule.Profiles | (rule.Profiles << 1)) & all });
        yield return ("begins a profile later", rule with { Profiles = rule.Profiles & (rule.Profiles << 1) });
        yield return ("ends a profile earlier", rule with { Profiles = rule.Profiles & (rule.Profiles >> 1) });
    }

    private static IEnumerable<(string, Rule?)> Conditions(Rule rule, Vocabulary words)
    {
        foreach (var one in EvidenceWords.Flags.Where(f => rule.Evidence.HasFlag(f)))
        {
            yield return ($"without {one}", rule with { Evidence = rule.Evidence & ~one });
        }

        foreach (var role in rule.Release)
        {
            foreach (var one in EvidenceWords.Flags.Where(f => role.Requires.HasFlag(f)))
            {
                yield return ($"without {one} for {role.Rol}", rule with { Release = rule.Release.Replace(role, role with { Requires = role.Requires & ~one }) });
            }

            if (role.Basis is null && rule.Grounds.Any(g => words.Grounds[g].Demands.HasFlag(Evidence.Consent)))
            {
                yield return ($"own basis for {role.Rol}", rule with { Release = rule.Release.Replace(role, role with { Basis = "G-LEGIT" }) });
            }
        }

        if (rule.IsEmergency)
        {
            yield return ("outside the Noodprocedure", rule with { IsEmergency = false });
        }

        foreach (var label in Enum.GetValues<DataOrigins>().Where(o => o is DataOrigins.Wpg or DataOrigins.Medical or DataOrigins.Melding or DataOrigins.Hvb && !rule.Onward.HasFlag(o)))
        {
            if (rule.Onward != DataOrigins.None)
            {
                yield return ($"passes on {label}", rule with { Onward = rule.Onward | label });
            }
        }
    }
}
