namespace ConvenantGateway.Policy.Tests;

/// <summary>Reads rules in words.</summary>
internal sealed class YamlRules(YamlText text, YamlWorld world)
{
    private readonly HashSet<string> _unread = [.. text.Under("law/", ".yaml").Select(text.File).SelectMany(f => YamlText.List(f, "articles").Cast<Dictionary<object, object>>()
        .Where(a => YamlText.Word(a, "read") == "not-read").Select(a => $"{YamlText.Word(f, "bwb")} {YamlText.Word(a, "article")} {YamlText.Word(a, "text")}"))];

    public IEnumerable<YamlRule> Read(string path) => text.Lines(path, "rules").Select(One);

    private YamlRule One(Dictionary<object, object> line)
    {
        var profiles = YamlText.Map(line, "profiles");
        var sources = YamlText.List(line, "sources").Cast<Dictionary<object, object>>().Select(s => $"{YamlText.Word(s, "law")} {YamlText.Word(s, "article")} {YamlText.Word(s, "text")}").ToList();
        return new YamlRule(
            YamlText.Word(line, "id")!,
            YamlText.Word(line, "prohibit") == "true",
            Any(YamlText.Words(line, "from"), world.Kinds.Keys),
            Any(YamlText.Words(line, "to"), world.Kinds.Keys),
            Any(YamlText.Words(line, "purpose"), world.Purposes),
            YamlText.Words(line, "by"),
            YamlText.Words(line, "grounds"),
            YamlText.Word(line, "holder"),
            YamlText.Word(profiles, "from"),
            YamlText.Word(profiles, "until"),
            YamlText.Words(line, "evidence"),
            YamlText.Words(line, "never"),
            YamlText.Word(line, "emergency") == "true",
            YamlText.Words(line, "onward"),
            YamlText.Word(line, "voorafgaandOnderzoek"),
            YamlText.Word(line, "narrows"),
            YamlText.Word(line, "mark") == "derived" || (sources.Count > 0 && sources.TrueForAll(_unread.Contains)),
            YamlText.Map(line, "release").ToDictionary(r => (string)r.Key, r => Release((Dictionary<object, object>)r.Value)));
    }

    private static YamlRelease Release(Dictionary<object, object> map) => new(
        YamlText.Words(map, "categories"), YamlText.Word(map, "level") is { } level ? level[1] - '0' : 0, YamlText.Words(map, "requires"), YamlText.Word(map, "basis"));

    private static HashSet<string> Any(HashSet<string> words, IEnumerable<string> all) => words.Contains("any") ? all.ToHashSet(StringComparer.Ordinal) : words;
}
