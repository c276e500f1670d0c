namespace ConvenantGateway.Policy.Tests;

/// <summary>Everything around the rules, in words: profiles, kinds, grounds, partners, one covenant or the law alone.</summary>
internal sealed class YamlWorld
{
    public YamlWorld(PolicyFiles files, string? covenant)
    {
        var text = new YamlText(files);
        Profiles = [.. text.Lines("profiles.yaml", "profiles").Select(l => (YamlText.Word(l, "code")!, YamlText.Day(l, "from")!.Value))];
        Kinds = text.Lines("parties.yaml", "parties").ToDictionary(l => YamlText.Word(l, "code")!, l => (YamlText.Day(l, "from") ?? DateOnly.MinValue, YamlText.Day(l, "until") ?? DateOnly.MaxValue));
        Purposes = [.. text.Lines("purposes.yaml", "purposes").Select(l => YamlText.Word(l, "code")!)];
        Grounds = text.Lines("grounds.yaml", "grounds").ToDictionary(l => YamlText.Word(l, "code")!, l => YamlText.Words(l, "evidence"));
        Onward = text.Lines("onward.yaml", "onward").ToDictionary(l => YamlText.Word(l, "origin")!, l => (YamlText.Words(l, "evidence"), YamlText.Words(l, "never"), YamlText.Word(l, "article20") == "true"));
        IsStatute = covenant is null;
        var reader = new YamlRules(text, this);
        var statute = text.Under("statute/", ".yaml").SelectMany(reader.Read).ToList();
        if (covenant is null)
        {
            Partners = Kinds.Keys.ToDictionary(k => k.ToLowerInvariant(), k => (k, DateOnly.MinValue, DateOnly.MaxValue));
            Rules = statute;
            return;
        }

        var file = text.File($"covenant/{covenant}/covenant.yaml");
        (From, Until) = (YamlText.Day(file, "from")!.Value, YamlText.Day(file, "until") ?? DateOnly.MaxValue);
        var parties = YamlText.Words(file, "parties");
        Partners = text.Under("partners/", ".yaml").Select(text.File).Where(p => parties.Contains(YamlText.Word(p, "id")!) && YamlText.Word(p, "suspended") != "true").ToDictionary(
            p => YamlText.Word(p, "id")!,
            p => (YamlText.Word(p, "kind")!, YamlText.Day(p, "from") ?? DateOnly.MinValue, YamlText.Day(p, "until") ?? DateOnly.MaxValue));
        foreach (var line in YamlText.List(file, "accessions").Cast<Dictionary<object, object>>())
        {
            var (kind, from, until) = Partners[YamlText.Word(line, "partner")!];
            Partners[YamlText.Word(line, "partner")!] = (kind, Later(from, YamlText.Day(line, "date")!.Value), until);
        }

        foreach (var line in YamlText.List(file, "withdrawals").Cast<Dictionary<object, object>>())
        {
            var (kind, from, until) = Partners[YamlText.Word(line, "partner")!];
            var last = YamlText.Day(line, "date")!.Value.AddDays(-1);
            Partners[YamlText.Word(line, "partner")!] = (kind, from, last < until ? last : until);
        }

        Declared = [.. YamlText.List(file, "voorafgaandOnderzoek").Cast<Dictionary<object, object>>()
            .Select(l => (YamlText.Word(l, "rule")!, YamlText.Word(l, "partner")!, YamlText.Word(l, "onderdeel")!, YamlText.Day(l, "datum")!.Value))];
        Decisions = [.. text.Under($"covenant/{covenant}/decisions/", ".yaml").Select(text.File).Select(d => (
            YamlText.Word(d, "from")!, YamlText.Words(d, "recipients"), YamlText.Words(d, "purpose"), YamlText.Words(d, "categories"),
            Later(YamlText.Day(d, "valid-from")!.Value, YamlText.Day(d, "agreementDate")!.Value), YamlText.Day(d, "valid-until")!.Value))];
        var taken = YamlText.Words(file, "rules");
        var signed = YamlText.List(file, "sign-offs").Cast<Dictionary<object, object>>().Select(l => YamlText.Word(l, "rule")!).ToHashSet(StringComparer.Ordinal);
        Rules = [.. statute.Where(r => r.Prohibit || taken.Contains(r.Id)).Concat(text.Under($"covenant/{covenant}/", ".rules.yaml").SelectMany(reader.Read))
            .Where(r => r.Prohibit || !r.IsDerived || signed.Contains(r.Id))];
    }

    public bool IsStatute { get; }

    public List<(string Code, DateOnly From)> Profiles { get; }

    public Dictionary<string, (DateOnly From, DateOnly Until)> Kinds { get; }

    public List<string> Purposes { get; }

    public Dictionary<string, HashSet<string>> Grounds { get; }

    public Dictionary<string, (HashSet<string> Evidence, HashSet<string> Never, bool Article20)> Onward { get; }

    public Dictionary<string, (string Kind, DateOnly From, DateOnly Until)> Partners { get; }

    public List<YamlRule> Rules { get; }

    public DateOnly From { get; } = DateOnly.MinValue;

    public DateOnly Until { get; } = DateOnly.MaxValue;

    public List<(string Rule, string Partner, string Paragraph, DateOnly Date)> Declared { get; } = [];

    public List<(string From, HashSet<string> To, HashSet<string> Purposes, HashSet<string> Categories, DateOnly First, DateOnly Last)> Decisions { get; } = [];

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
