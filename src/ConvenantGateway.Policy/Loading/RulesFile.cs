using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads <c>*.rules.yaml</c> of the statute layer and of a covenant.</summary>
internal sealed class RulesFile(Vocabulary words, PolicyErrorList errors)
{
    private static readonly string[] Holders = ["standing", "per-request"];
    private static readonly string[] Marks = ["sourced", "derived"];

    public ImmutableArray<Rule> Read(string path, ReadOnlyMemory<byte> bytes, bool isCovenant)
    {
        if (YamlMap.Root(path, bytes, errors) is not { } map)
        {
            return [];
        }

        var rules = map.Maps("rules", required: true).Select(line => One(line, isCovenant)).OfType<Rule>().ToImmutableArray();
        map.Done();
        return rules;
    }

    private Rule? One(YamlMap line, bool isCovenant)
    {
        var id = line.Text("id");
        var prohibit = line.Flag("prohibit");
        var narrows = isCovenant ? line.Text("narrows", required: !prohibit) : null;
        var holder = line.Code("holder", Holders, "way of holding", required: false);
        var sources = SourcesList.Read(line, words.Laws, errors);
        var mark = line.Code("mark", Marks, "mark");
        var withheld = new List<WithheldReason>();
        Reasons(line, BetrokkeneRol.Onbekend, withheld);
        var rule = new Rule
        {
            Id = id ?? "",
            Place = line.Place,
            Title = line.Text("title") ?? "",
            From = Parties(line, "from", prohibit),
            To = Parties(line, "to", prohibit),
            Purposes = CodesOrAny(line, "purpose", words.Purposes.Keys, "purpose", prohibit),
            By = [.. line.Codes("by", CodeWords.Initiatives, "initiative", required: true).Select(w => CodeWords.Initiative(w.Value))],
            Holder = holder switch { "standing" => RuleHolder.Standing, "per-request" => RuleHolder.PerRequest, _ => RuleHolder.None },
            Profiles = ProfileRange.Read(line, words.Profiles, errors),
            Grounds = [.. line.Codes("grounds", words.Grounds.Keys, "ground").Select(w => w.Value)],
            Release = Releases(line, withheld),
            Never = CodeWords.Set(line.Codes("never", CodeWords.Categories, "category")),
            Obligations = [.. line.Codes("obligations", ObligationWords.All, "obligation").Select(w => new Obligation(w.Value))],
            Evidence = VocabularyFiles.EvidenceOf(line, "evidence"),
            Withheld = [.. withheld],
            IsProhibition = prohibit,
            IsDerived = mark == "derived" || (sources.Length > 0 && sources.All(s => s.Read == "not-read")),
            Sources = sources,
            Narrows = narrows,
            Advice = line.Text("advice", required: false),
            English = line.Text("english", required: false),
            AdviceEnglish = line.Text("advice-english", required: false),
            WarnWithout = VocabularyFiles.EvidenceOf(line, "warn-without"),
            IsEmergency = line.Flag("emergency"),
            Onward = line.Codes("onward", CodeWords.Origins, "origin label").Aggregate(DataOrigins.None, (set, word) => set | CodeWords.Origin(word.Value)),
            PriorInvestigation = line.Code("voorafgaandOnderzoek", CovenantFiles.Paragraphs, "paragraph of Wbp 31(1)", required: false),
        };
        _ = line.Text("note", required: false);
        line.Done();
        if (id is null)
        {
            return null;
        }

        if (!YamlWords.IsRuleId(id))
        {
            errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("id"), "the id of a rule has at most 64 characters: letters, digits, and inner hyphens and points");
        }

        RuleChecks.Check(rule, words, errors);
        return rule;
    }

    private ImmutableArray<string> Parties(YamlMap line, string key, bool anyAllowed) => CodesOrAny(line, key, words.Kinds.Keys, "kind of party", anyAllowed);

    private static ImmutableArray<string> CodesOrAny(YamlMap line, string key, IReadOnlyCollection<string> known, string what, bool anyAllowed)
    {
        var found = line.Codes(key, anyAllowed ? ["any", .. known] : known, what, required: true);
        return found.Any(w => w.Value == "any") ? [.. known.Order(StringComparer.Ordinal)] : [.. found.Select(w => w.Value)];
    }

    private ImmutableArray<RoleRelease> Releases(YamlMap line, List<WithheldReason> withheld)
    {
        if (line.Map("release") is not { } map)
        {
            return [];
        }

        var releases = ImmutableArray.CreateBuilder<RoleRelease>();
        foreach (var (key, value) in map.Entries())
        {
            if (!YamlWords.InList(key, CodeWords.Rollen, "role", errors) || YamlMap.Of(value, errors) is not { } role)
            {
                continue;
            }

            var rol = CodeWords.Rol(key.Value);
            var categories = CodeWords.Set(role.Codes("categories", CodeWords.Categories, "category", required: true));
            var level = role.Code("level", CodeWords.Levels, "level", required: false);
            var requires = VocabularyFiles.EvidenceOf(role, "requires");
            var basis = role.Code("basis", words.Grounds.Keys, "ground", required: false);
            Reasons(role, rol, withheld);
            role.Done();
            var demanded = basis is null ? Evidence.None : words.Grounds[basis].Demands;
            releases.Add(new RoleRelease(rol, categories, level is null ? StatusLevel.L0 : CodeWords.Level(level), requires | demanded, basis));
        }

        return releases.ToImmutable();
    }

    private void Reasons(YamlMap map, BetrokkeneRol rol, List<WithheldReason> withheld)
    {
        if (map.Map("withheld") is not { } reasons)
        {
            return;
        }

        foreach (var (key, value) in reasons.Entries())
        {
            if (!YamlWords.InList(key, CodeWords.Categories, "category", errors))
            {
                continue;
            }

            if (value is not YamlNode.Scalar text)
            {
                errors.Add(PolicyErrorCodes.WrongShape, value.Place, "a reason is one sentence");
            }
            else if (YamlWords.Typed(text, errors) is not null && CategorySet.TryParse(key.Value, out var category))
            {
                withheld.Add(new WithheldReason(rol, category, text.Value));
            }
        }
    }
}
