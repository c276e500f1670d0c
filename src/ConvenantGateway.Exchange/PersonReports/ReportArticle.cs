namespace ConvenantGateway.Exchange;

/// <summary>An article that a person report leans on.</summary>
/// <param name="Law">The BWB id, or <c>32016R0679</c> for the AVG.</param>
/// <param name="Article">Article and paragraph, as <c>policies/law</c> spells it.</param>
public readonly record struct ReportArticle(string Law, string Article)
{
    /// <summary>As a reader knows it: <c>Wbp, artikel 35(1)</c>.</summary>
    public override string ToString() => $"{ReportWords.Law(Law)}, artikel {Article}";
}
