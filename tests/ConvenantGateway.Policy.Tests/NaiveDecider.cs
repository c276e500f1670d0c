namespace ConvenantGateway.Policy.Tests;

/// <summary>A slow, obvious decision straight from the parsed rules, to hold the compiled one against. Knows nothing of tables, masks or prebuilt bases.</summary>
internal static class NaiveDecider
{
    public static (Verdict Verdict, List<(CategorySet Released, StatusLevel Level)> Persons, List<string> Rules) Decide(PolicySnapshot snapshot, PolicyRequest request, IReadOnlyList<BetrokkeneFacts> persons)
    {
        var denied = (Verdict.Deny, persons.Select(_ => (default(CategorySet), StatusLevel.L0)).ToList(), new List<string>());
        var words = snapshot.Decider.Table.Words;
        if ((request.From == request.To && snapshot.Covenant.Id != StatuteSnapshot.Id) || !Stands(snapshot, request.From, request.LawDate) || !Stands(snapshot, request.To, request.LawDate)
            || request.LawDate < snapshot.Covenant.From || request.LawDate > (snapshot.Covenant.Until ?? DateOnly.MaxValue))
        {
            return denied;
        }

        var from = snapshot.Partners[request.From].Kind.Code;
        var to = snapshot.Partners[request.To].Kind.Code;
        var decision = snapshot.Covenant.Decisions.FirstOrDefault(d => d.From == request.From && d.Recipients.Contains(request.To) && d.Purposes.Contains(request.Purpose)
            && d.ValidFrom <= request.LawDate && request.LawDate <= d.ValidUntil && d.AgreementDate <= request.LawDate);
        var shown = EvidenceWords.Flags.Where(f => request.Evidence.HasFlag(f) && (f != Evidence.Article20Decision || decision is not null || snapshot.Covenant.Id == "statute")).ToHashSet();
        var profile = words.Profiles.ToList().FindLastIndex(p => p.From <= request.LawDate);
        var rules = snapshot.Decider.Table.Rules
            .Where(r => r.From.Contains(from) && r.To.Contains(to) && r.Purposes.Contains(request.Purpose.Code) && r.By.Contains(request.By) && (r.Profiles >> profile & 1) == 1)
            .Where(r => r.IsProhibition
                ? r.Grounds.IsEmpty || r.Grounds.Contains(request.Ground.Code)
                : r.Grounds.Contains(request.Ground.Code) && r.IsEmergency == request.Emergency && IsDeclared(snapshot, r, request) && Demanded(words, r, request.Ground.Code).All(shown.Contains))
            .ToList();
        if (request.Ground.Code is null || !words.Grounds.ContainsKey(request.Ground.Code) || rules.All(r => r.IsProhibition) || rules.Any(r => r.IsProhibition && r.Never.IsEmpty))
        {
            return denied;
        }

        var isArticle20 = rules.Any(r => !r.IsProhibition && Demanded(words, r, request.Ground.Code).Contains(Evidence.Article20Decision));
        var isStatute = snapshot.Covenant.Id == "statute";
        var results = persons.Select(p => (Facts: p, Result: Person(words, rules, request.Ground.Code, shown, p)))
            .Select(p => (Released: (isArticle20 && !isStatute ? p.Result.Item1 & decision!.Categories : p.Result.Item1) & Onward(snapshot, request, shown, p.Facts.Origins), p.Result.Item2))
            .Select(p => (p.Released, p.Released.IsEmpty ? StatusLevel.L0 : p.Item2)).ToList();
        return (Verdict.Permit, results, rules.Select(r => r.Id).ToList());
    }

    private static bool Stands(PolicySnapshot snapshot, PartnerId id, DateOnly date) =>
        snapshot.Partners.TryGetValue(id, out var p) && snapshot.Covenant.Parties.Contains(id) && p.HasSigned && !p.IsSuspended
        && !(snapshot.Covenant.Accessions.TryGetValue(id, out var joined) && date < joined) && !(snapshot.Covenant.Withdrawals.TryGetValue(id, out var left) && date >= left)
        && date >= p.From && date <= (p.Until ?? DateOnly.MaxValue)
        && date >= snapshot.Decider.Table.Words.Kinds[p.Kind.Code].From && date <= (snapshot.Decider.Table.Words.Kinds[p.Kind.Code].Until ?? DateOnly.MaxValue);

    private static bool IsDeclared(PolicySnapshot snapshot, Rule rule, PolicyRequest request) =>
        rule.PriorInvestigation is null || snapshot.Covenant.Id == "statute"
        || snapshot.Covenant.PriorInvestigations.Any(d => d.Partner == request.From && (d.Rule == rule.Id || d.Rule == rule.Narrows) && d.Paragraph == rule.PriorInvestigation && d.Date <= request.LawDate);

    private static CategorySet Onward(PolicySnapshot snapshot, PolicyRequest request, HashSet<Evidence> shown, DataOrigins origin)
    {
        if (origin == DataOrigins.None)
        {
            return CategorySet.All;
        }

        var rule = snapshot.Decider.Table.Words.Onward.SingleOrDefault(o => o.Origin == origin);
        if (rule is null || EvidenceWords.Flags.Any(f => rule.Evidence.HasFlag(f) && !shown.Contains(f)))
        {
            return default;
        }

        var listed = rule.WithinArticle20 && snapshot.Covenant.Id != "statute"
            ? snapshot.Covenant.Decisions.Where(d => d.Recipients.Contains(request.From) && d.Recipients.Contains(request.To) && d.ValidFrom <= request.LawDate && request.LawDate <= d.ValidUntil && d.AgreementDate <= request.LawDate)
                .Aggregate(default(CategorySet), (set, d) => set | d.Categories)
            : CategorySet.All;
        return listed - rule.Never;
    }

    private static IEnumerable<Evidence> Demanded(Vocabulary words, Rule rule, string ground) =>
        EvidenceWords.Flags.Where(f => rule.Evidence.HasFlag(f) || (rule.Holder != RuleHolder.Standing && words.Grounds[ground].Demands.HasFlag(f)));

    private static (CategorySet, StatusLevel) Person(Vocabulary words, List<Rule> rules, string ground, HashSet<Evidence> shown, BetrokkeneFacts person)
    {
        var roles = person.Rollen.Roles().ToList();
        if (roles.Count == 0 || roles.Contains(BetrokkeneRol.Onbekend))
        {
            return default;
        }

        HashSet<int>? common = null;
        var level = StatusLevel.L2;
        foreach (var rol in roles)
        {
            var parts = rules.Where(r => !r.IsProhibition && person.Origins is var o && (o == 0 || Enum.GetValues<DataOrigins>().Where(f => f != 0 && o.HasFlag(f)).All(f => r.Onward.HasFlag(f)))).SelectMany(r => r.Release).Where(r => r.Rol == rol)
                .Where(r => EvidenceWords.Flags.Where(f => r.Requires.HasFlag(f)).All(shown.Contains)).ToList();
            var may = parts.SelectMany(p => Numbers(p.Categories).Where(n => p.Basis is not null || !words.Grounds[ground].Demands.HasFlag(Evidence.Consent) || Numbers(person.ConsentScope).Contains(n))).ToHashSet();
            common = common is null ? may : [.. common.Intersect(may)];
            level = (StatusLevel)Math.Min((byte)level, parts.Count == 0 ? (byte)0 : parts.Max(p => (byte)p.Level));
        }

        common!.ExceptWith(rules.SelectMany(r => Numbers(r.Never)));
        return (common.Aggregate(default(CategorySet), (set, n) => set | CategorySet.Of(n)), common.Count == 0 ? StatusLevel.L0 : level);
    }

    private static IEnumerable<int> Numbers(CategorySet set) => Enumerable.Range(1, CategorySet.Count).Where(n => set.Contains(CategorySet.Of(n)));
}
