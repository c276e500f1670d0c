namespace ConvenantGateway.Policy;

/// <summary>What the codes of a set are called, in Dutch and English. A code without a title is shown as it is, one without an English title in Dutch. Immutable; thread safe.</summary>
public sealed class CodeTitles
{
    private readonly Vocabulary _words;

    private CodeTitles(Vocabulary words) => _words = words;

    /// <summary>The kinds of party, in order of their codes.</summary>
    public IEnumerable<string> Kinds => _words.Kinds.Keys.Order(StringComparer.Ordinal);

    /// <summary>The titles of a set.</summary>
    public static CodeTitles Of(PolicySnapshot snapshot) => new(snapshot.Decider.Table.Words);

    /// <summary>True for a code in the list of kinds.</summary>
    public bool IsKind(string code) => _words.Kinds.ContainsKey(code);

    /// <summary>A kind of party, e.g. <c>ZH</c>.</summary>
    public string Kind(string code, ExplainLanguage language) => Say(code, _words.Kinds.TryGetValue(code, out var kind) ? kind.Title : code, language);

    /// <summary>A purpose, e.g. <c>REFER</c>.</summary>
    public string Purpose(string code, ExplainLanguage language) => Say(code, _words.Purposes.GetValueOrDefault(code, code), language);

    /// <summary>A ground, e.g. <c>G-CONSENT</c>.</summary>
    public string Ground(string code, ExplainLanguage language) => Say(code, _words.Grounds.TryGetValue(code, out var ground) ? ground.Title : code, language);

    /// <summary>A category, e.g. <c>D05</c>.</summary>
    public string Category(string code, ExplainLanguage language) => Say(code, _words.CategoryNames.GetValueOrDefault(code, code), language);

    /// <summary>The title of a law by its BWB id: always Dutch.</summary>
    public string Law(string bwb) => _words.LawTitles.GetValueOrDefault(bwb, bwb);

    private string Say(string code, string dutch, ExplainLanguage language) => language == ExplainLanguage.Dutch ? dutch : _words.English.GetValueOrDefault(code, dutch);
}
