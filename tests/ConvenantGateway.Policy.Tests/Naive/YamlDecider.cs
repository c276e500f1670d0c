namespace ConvenantGateway.Policy.Tests;

/// <summary>A slow, obvious decision straight from the YAML, to hold the compiled one against. Knows words and lists; no table, no mask, no class of the engine.</summary>
internal sealed class YamlDecider(YamlWorld world)
{
    public (bool Permit, List<(HashSet<string> Released, int Level)> Persons, List<string> Rules) Decide(YamlAsk ask, IReadOnlyList<YamlPerson> persons)
    {
        var denied = (false, persons.Select(_ => (new HashSet<string>(), 0)).ToList(), new List<string>());
        if ((ask.From == ask.To && !world.IsStatute) || !world.Grounds.ContainsKey(ask.Ground) || ask.Date < world.From || ask.Date > world.Until || KindOf(ask.From, ask.Date) is not { } from || KindOf(ask.To, ask.Date) is not { } to)
        {
            return denied;
        }

        var decision = world.Decisions.FirstOrDefault(d => d.From == ask.From && d.To.Contains(ask.To) && d.Purposes.Contains(ask.Purpose) && d.First <= ask.Date && ask.Date <= d.Last);
        var shown = ask.Evidence.Where(e => e != "article20-decision" || world.IsStatute || decision.From is not null).ToHashSet();
        var rules = world.Rules.Where(r => r.From.Contains(from) && r.To.Contains(to) && r.Purposes.Contains(ask.Purpose) && r.By.Contains(ask.By) && Holds(r, ask.Date)).Where(r => Fits(r, ask, shown)).ToList();
        if (rules.TrueForAll(r => r.Prohibit) || rules.Exists(r => r.Prohibit && r.Never.Count == 0))
        {
            return denied;
        }

        var isListed = !world.IsStatute && rules.Exists(r => !r.Prohibit && Demanded(r, ask.Ground).Contains("article20-decision"));
        return (true, persons.Select(p => Person(ask, rules, shown, p, isListed ? decision.Categories : null)).ToList(), rules.Select(r => r.Id).ToList());
    }

    private string? KindOf(string partner, DateOnly date) =>
        world.Partners.TryGetValue(partner, out var p) && date >= p.From && date <= p.Until && date >= world.Kinds[p.Kind].From && date <= world.Kinds[p.Kind].Until ? p.Kind : null;

    private bool Holds(YamlRule rule, DateOnly date)
    {
        var now = world.Profiles.FindLastIndex(p => p.From <= date);
        return now >= 0 && (rule.First is null || now >= world.Profiles.FindIndex(p => p.Code == rule.First)) && (rule.End is null || now < world.Profiles.FindIndex(p => p.Code == rule.End));
    }

    private bool Fits(YamlRule rule, YamlAsk ask, HashSet<string> shown) => rule.Prohibit
        ? rule.Grounds.Count == 0 || rule.Grounds.Contains(ask.Ground)
        : rule.Grounds.Contains(ask.Ground) && rule.Emergency == ask.Emergency && Demanded(rule, ask.Ground).IsSubsetOf(shown)
            && (rule.Investigation is null || world.IsStatute
                || world.Declared.Exists(d => (d.Rule == rule.Id || d.Rule == rule.Narrows) && d.Partner == ask.From && d.Paragraph == rule.Investigation && d.Date <= ask.Date));

    private HashSet<string> Demanded(YamlRule rule, string ground) => rule.Holder == "standing" ? rule.Evidence : [.. rule.Evidence, .. world.Grounds[ground]];

    private (HashSet<string>, int) Person(YamlAsk ask, List<YamlRule> rules, HashSet<string> shown, YamlPerson person, HashSet<string>? listed)
    {
        if (person.Roles.Count == 0 || person.Roles.Contains("onbekend"))
        {
            return ([], 0);
        }

        HashSet<string>? common = null;
        var level = 2;
        foreach (var rol in person.Roles)
        {
            var parts = rules.Where(r => !r.Prohibit && person.Labels.TrueForAll(r.Onward.Contains) && r.Release.ContainsKey(rol)).Select(r => r.Release[rol])
                .Where(r => r.Requires.IsSubsetOf(shown) && (r.Basis is null || world.Grounds[r.Basis].IsSubsetOf(shown))).ToList();
            var may = parts.SelectMany(p => p.Categories.Where(c => p.Basis is not null || !world.Grounds[ask.Ground].Contains("consent") || person.Consent.Contains(c))).ToHashSet();
            common = common is null ? may : [.. common.Intersect(may)];
            level = Math.Min(level, parts.Count == 0 ? 0 : parts.Max(p => p.Level));
        }

        common!.ExceptWith(rules.SelectMany(r => r.Never));
        if (listed is not null)
        {
            common.IntersectWith(listed);
        }

        PassOn(ask, person, shown, common);
        return (common, common.Count == 0 ? 0 : level);
    }

    private void PassOn(YamlAsk ask, YamlPerson person, HashSet<string> shown, HashSet<string> released)
    {
        if (person.Labels.Count == 0)
        {
            return;
        }

        if (person.Labels.Count > 1 || !world.Onward.TryGetValue(person.Labels[0], out var onward) || !onward.Evidence.IsSubsetOf(shown))
        {
            released.Clear();
            return;
        }

        released.ExceptWith(onward.Never);
        if (onward.Article20 && !world.IsStatute)
        {
            released.IntersectWith(world.Decisions.Where(d => d.To.Contains(ask.From) && d.To.Contains(ask.To) && d.First <= ask.Date && ask.Date <= d.Last).SelectMany(d => d.Categories).ToHashSet());
        }
    }
}
