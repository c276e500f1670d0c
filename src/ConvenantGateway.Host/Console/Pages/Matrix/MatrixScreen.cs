using System.Collections.Immutable;
using ConvenantGateway.Exchange;
using ConvenantGateway.Policy;
using Shown = ConvenantGateway.Policy.Evidence;

namespace ConvenantGateway.Host.OfficerConsole;

/// <summary>What the pages of the sharing matrix have in common: the rules of the covenant in force and their words.</summary>
/// <param name="active">The policy in force.</param>
internal abstract class MatrixScreen(IActivePolicy active) : ConsolePage(active)
{
    private CodeTitles? _titles;
    private ImmutableArray<MatrixRule> _rules;

    /// <inheritdoc/>
    public override string Section => "/matrix";

    /// <summary>What codes are called.</summary>
    public CodeTitles Titles => _titles ??= CodeTitles.Of(Policy);

    /// <summary>All rules, in file order.</summary>
    public ImmutableArray<MatrixRule> Rules => _rules.IsDefault ? _rules = PolicyMatrix.Rules(Policy, LawDate) : _rules;

    /// <summary>The date whose law applies.</summary>
    public DateOnly LawDate => Policy.LawDateAt(Look.Time);

    /// <summary>The chosen language.</summary>
    public ExplainLanguage Language => T.Language == "en" ? ExplainLanguage.English : ExplainLanguage.Dutch;

    /// <summary>The title of a rule.</summary>
    public string TitleOf(MatrixRule rule) => Language == ExplainLanguage.English && rule.English.Length > 0 ? rule.English : rule.Title;

    /// <summary>The language of that title, where it is not the page's; null where it is.</summary>
    public string? LangOf(MatrixRule rule) => Language == ExplainLanguage.English && rule.English.Length == 0 ? "nl" : null;

    /// <summary>Who provides to whom.</summary>
    public string Parties(MatrixRule rule) => T.With("Van {0} aan {1}", Kinds(rule.From, rule.IsFromAnyone), Kinds(rule.To, rule.IsToAnyone));

    /// <summary>Evidence in words.</summary>
    public IEnumerable<string> Words(Shown evidence) => Language == ExplainLanguage.English ? EvidenceWords.English(evidence) : EvidenceWords.Dutch(evidence);

    /// <summary>An obligation in words.</summary>
    public string Words(Obligation obligation) => Language == ExplainLanguage.English ? ObligationWords.English(obligation) : ObligationWords.Dutch(obligation);

    private string Kinds(ImmutableArray<string> codes, bool isAnyone) => isAnyone ? T["elke partij"] : string.Join(", ", codes.Order(StringComparer.Ordinal).Select(c => Titles.Kind(c, Language)));
}
