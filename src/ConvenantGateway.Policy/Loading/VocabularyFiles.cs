using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy;

/// <summary>Reads the files of closed lists: profiles, parties, purposes, categories, grounds, law.</summary>
internal sealed class VocabularyFiles(PolicyFiles files, PolicyErrorList errors)
{
    public static readonly string[] HandlingLevels = ["H0", "H1", "H2", "H3", "H4"];
    public static readonly string[] ReadWords = ["full", "secondary", "not-read"];
    public static readonly string[] AboutWords = ["required", "optional"];
    public static readonly string[] Eras = ["wbp", "avg", "both"];
    public static readonly string[] Regimes = ["WGBO", "BIG", "WPG", "WJSG", "WJZ", "WMO", "WBP", "WTH", "WWFT", "RR"];
    public static readonly string[] Secrecies = ["medical", "official", "professional", "contractual", "none"];
    public static readonly string[] LegalClasses = ["ordinary", "health", "criminal", "sexual-life", "special", "ordinary-as-special", "inferred", "number", "none"];

    private readonly Dictionary<string, string> _lawTitles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _english = new(StringComparer.Ordinal);

    public Vocabulary Read()
    {
        var profiles = Profiles();
        var (names, secret) = Categories();
        var kinds = Kinds();
        var laws = Laws();
        var purposes = Purposes();
        var grounds = Grounds(profiles, kinds, laws);
        return new Vocabulary
        {
            Profiles = profiles,
            Kinds = kinds,
            Purposes = purposes,
            CategoryNames = names,
            Secret = secret,
            Grounds = grounds,
            Laws = laws,
            Onward = OnwardFile.Read(files, laws, errors),
            Retention = RetentionFile.Read(files, profiles, [.. kinds.Keys], laws, errors),
            Clauses = ClausesFile.Read(files, errors),
            Invariants = new InvariantsFile(files, profiles, [.. kinds.Keys], [.. purposes.Keys], [.. grounds.Keys], errors).Read(),
            LawTitles = _lawTitles.ToFrozenDictionary(StringComparer.Ordinal),
            English = _english.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private ImmutableArray<Profile> Profiles()
    {
        var profiles = ImmutableArray.CreateBuilder<Profile>();
        foreach (var line in Lines("profiles.yaml", "profiles"))
        {
            var code = line.Text("code");
            _ = line.Text("title");
            var from = line.Date("from");
            var until = line.Date("until", required: false);
            _ = line.Flag("worked-out");
            line.Done();
            if (code is null || from is null)
            {
                continue;
            }

            if (profiles.Count > 0 && profiles[^1].From >= from)
            {
                errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("from"), "profiles stand in the order of their dates");
            }

            if (until < from)
            {
                errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("until"), "`until` lies before `from`");
            }

            profiles.Add(new Profile(code, from.Value));
        }

        if (profiles.Count > 32)
        {
            errors.Add(PolicyErrorCodes.TooManyRules, Place.Whole("profiles.yaml"), "at most 32 profiles fit");
        }

        return profiles.ToImmutable();
    }

    private FrozenDictionary<string, PartyKindDefinition> Kinds()
    {
        var kinds = new Dictionary<string, PartyKindDefinition>(StringComparer.Ordinal);
        foreach (var line in Lines("parties.yaml", "parties"))
        {
            var code = line.Text("code");
            var title = line.Text("title");
            var from = line.Date("from", required: false);
            var until = line.Date("until", required: false);
            _ = line.Codes("regimes", Regimes, "regime");
            _ = line.Code("secrecy", Secrecies, "kind of secrecy", required: false);
            _ = line.Text("note", required: false);
            var designations = line.Maps("designations").Select(Designation).OfType<Designation>().ToImmutableArray();
            var english = English(line, code);
            line.Done();
            if (code is not null && title is not null)
            {
                Add(kinds, code, new PartyKindDefinition(new PartyKind(code), title, from ?? DateOnly.MinValue, until) { Designations = designations, English = english }, line);
            }
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Designation? Designation(YamlMap line)
    {
        var article = line.Text("article");
        var from = line.Date("from");
        var until = line.Date("until", required: false);
        _ = line.Text("tasks", required: false);
        line.Done();
        return article is null || from is null ? null : new Designation(article, from.Value, until);
    }

    private string? English(YamlMap line, string? code)
    {
        var english = line.Text("english", required: false);
        if (code is not null && english is not null)
        {
            _english[code] = english;
        }

        return english;
    }

    private FrozenDictionary<string, string> Purposes()
    {
        var purposes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines("purposes.yaml", "purposes"))
        {
            var code = line.Text("code");
            var title = line.Text("title");
            _ = English(line, code);
            _ = line.Text("note", required: false);
            line.Done();
            if (code is not null && title is not null)
            {
                Add(purposes, code, title, line);
            }
        }

        return purposes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private (FrozenDictionary<string, string> Names, CategorySet Secret) Categories()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        CategorySet secret = default;
        foreach (var line in Lines("categories.yaml", "categories"))
        {
            var code = line.Code("code", CodeWords.Categories, "category");
            var title = line.Text("title");
            var level = line.Code("level", HandlingLevels, "handling level");
            _ = line.Codes("wbp", LegalClasses, "legal class", required: true);
            _ = line.Codes("avg", LegalClasses, "legal class", required: true);
            _ = English(line, code);
            _ = line.Text("note", required: false);
            line.Done();
            if (code is null || title is null)
            {
                continue;
            }

            Add(names, code, title, line);
            if (level == "H3" && CategorySet.TryParse(code, out var one))
            {
                secret |= one;
            }
        }

        foreach (var code in CodeWords.Categories.Where(c => !names.ContainsKey(c)))
        {
            errors.Add(PolicyErrorCodes.MissingKey, Place.Whole("categories.yaml"), $"the category `{code}` is missing");
        }

        return (names.ToFrozenDictionary(StringComparer.Ordinal), secret);
    }

    private FrozenDictionary<string, GroundDefinition> Grounds(
        ImmutableArray<Profile> profiles, FrozenDictionary<string, PartyKindDefinition> kinds, FrozenDictionary<(string, string, DateOnly), LawReference> laws)
    {
        var grounds = new Dictionary<string, GroundDefinition>(StringComparer.Ordinal);
        foreach (var line in Lines("grounds.yaml", "grounds"))
        {
            var code = line.Text("code");
            var title = line.Text("title");
            var evidence = EvidenceOf(line, "evidence");
            var about = line.Code("about", AboutWords, "word for `about`");
            var holds = ProfileRange.Read(line, profiles, errors);
            var usedBy = line.Codes("used-by", kinds.Keys, "kind of party").Select(w => w.Value).ToImmutableArray();
            var articles = line.Maps("articles").Select(a => GroundArticle(a, laws)).OfType<LawReference>().ToImmutableArray();
            _ = English(line, code);
            _ = line.Text("note", required: false);
            line.Done();
            if (code is not null && title is not null)
            {
                Add(grounds, code, new GroundDefinition(new Ground(code), title, evidence, about == "required") { Profiles = holds, UsedBy = usedBy, Articles = articles }, line);
            }
        }

        if (grounds.Count > 63)
        {
            errors.Add(PolicyErrorCodes.TooManyRules, Place.Whole("grounds.yaml"), "at most 63 grounds fit");
        }

        return grounds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private LawReference? GroundArticle(YamlMap line, FrozenDictionary<(string, string, DateOnly), LawReference> laws)
    {
        var article = SourcesList.One(line, laws, errors);
        _ = line.Code("era", Eras, "era");
        line.Done();
        return article;
    }

    public static Evidence EvidenceOf(YamlMap map, string key) =>
        map.Codes(key, EvidenceWords.All, "kind of evidence").Aggregate(Evidence.None, (set, word) => EvidenceWords.TryParse(word.Value, out var flag) ? set | flag : set);

    private FrozenDictionary<(string, string, DateOnly), LawReference> Laws()
    {
        var laws = new Dictionary<(string, string, DateOnly), LawReference>();
        foreach (var (path, bytes) in files.Under("law/"))
        {
            if (YamlMap.Root(path, bytes, errors) is not { } map)
            {
                continue;
            }

            var bwb = map.Text("bwb");
            if (map.Text("title") is { } title && bwb is not null)
            {
                _lawTitles[bwb] = title;
            }

            foreach (var line in map.Maps("articles", required: true))
            {
                var article = line.Text("article");
                var text = line.Date("text");
                var read = line.Code("read", ReadWords, "way of reading");
                _ = line.Text("says");
                line.Done();
                if (bwb is not null && article is not null && text is not null && read is not null
                    && !laws.TryAdd((bwb, article, text.Value), new LawReference(bwb, article, text.Value, read)))
                {
                    errors.Add(PolicyErrorCodes.DuplicateId, line.Place, $"article `{article}` in this text stands here twice");
                }
            }

            map.Done();
            if (bwb is not null && path != $"law/{bwb}.yaml")
            {
                errors.Add(PolicyErrorCodes.NameMismatch, map.PlaceOf("bwb"), $"the file of `{bwb}` must be called `{bwb}.yaml`");
            }
        }

        return laws.ToFrozenDictionary();
    }

    private IReadOnlyList<YamlMap> Lines(string path, string key)
    {
        if (!files.Files.TryGetValue(path, out var bytes))
        {
            errors.Add(PolicyErrorCodes.UnknownFile, Place.Whole(path), "this file must be there");
            return [];
        }

        if (YamlMap.Root(path, bytes, errors) is not { } map)
        {
            return [];
        }

        var lines = map.Maps(key, required: true);
        map.Done();
        return lines;
    }

    private void Add<T>(Dictionary<string, T> known, string code, T value, YamlMap line)
    {
        if (!YamlWords.IsCode(code))
        {
            errors.Add(PolicyErrorCodes.WrongShape, line.PlaceOf("code"), "a code has at most 64 characters: A-Z, 0-9 and inner hyphens, first a letter");
            return;
        }

        if (!known.TryAdd(code, value))
        {
            errors.Add(PolicyErrorCodes.DuplicateId, line.PlaceOf("code"), $"`{code}` stands here twice");
        }
    }
}
