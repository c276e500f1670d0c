namespace ConvenantGateway.Policy.Tests;

[Trait("Mutants", "last")]
public sealed class ExplainTests
{
    /// <summary>Its own for each test: a snapshot remembers the denials that it gave.</summary>
    private readonly PolicySnapshot _snapshot = PolicyRoot.Load(PolicyRoot.Wbp);

    [Fact]
    public void Explain_Permit_NamesRuleArticleCategoriesAndDuties()
    {
        var explanation = Explain("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.Consent | Evidence.Weighing);

        Assert.Equal(Verdict.Permit, explanation.Verdict);
        Assert.Equal("Ja, dit mag.", explanation.Lines[0]);
        Assert.Contains(explanation.Lines, l => l.StartsWith("Regel R-40: ", StringComparison.Ordinal) && l.Contains("afgeleid", StringComparison.Ordinal));
        Assert.Contains(explanation.Lines, l => l.StartsWith("Wet bescherming persoonsgegevens, artikel 8(a)", StringComparison.Ordinal));
        Assert.Contains(explanation.Lines, l => l.StartsWith("Over het slachtoffer: ", StringComparison.Ordinal));
        Assert.Contains("De ontvanger geeft dit niet door aan anderen.", explanation.Lines);
    }

    [Fact]
    public void Explain_Denial_IsTheShortestSetOfConditions()
    {
        // On another ground two things lack; on the ground that was asked only one does.
        var explanation = Explain("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-CONSENT", Evidence.None);

        Assert.Equal(["evidence-missing", "advice"], explanation.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void Explain_English_HasAnEnglishSentenceForEveryCondition()
    {
        var explanation = Explain("ashg-noord", "vrouwenopvang-noord", "REFER", Initiative.Push, "G-WMO-TASK", Evidence.Reason, language: ExplainLanguage.English);

        Assert.Equal("No, this is not permitted as it is.", explanation.Lines[0]);
        Assert.All(explanation.Unmet.Where(u => u.Code != "advice"), u => Assert.NotEmpty(u.English));
        Assert.Contains(explanation.Lines, l => l.Contains("missing: the explicit consent", StringComparison.Ordinal));
    }

    /// <summary>The asker's explanation of an answer is one constant, whatever the holder recorded: no oracle.</summary>
    [Fact]
    public void Explain_AskerOfAnAnswer_SaysTheSameWhateverTheHolderRecorded()
    {
        var texts = Enumerable.Range(0, 1 << 9).SelectMany(e => new[] { "G-CONSENT", "G-COOP", "G-NONSENSE" }.Select(g =>
            Explain("ashg-noord", "ziekenhuis-noord", "STATUS", Initiative.Status, g, (Evidence)e, ExplainAudience.Asker))).ToList();

        Assert.Single(texts.Select(t => string.Join('\n', t.Lines)).Distinct());
        Assert.All(texts, t => Assert.Null(t.Verdict));
        Assert.All(texts, t => Assert.True(t.Rules.IsEmpty && t.Released.IsEmpty && t.Unmet.IsEmpty && t.Laws.IsEmpty));
    }

    [Fact]
    public void Explain_EveryDenialOfTheField_NamesSomethingAndNeverAValue()
    {
        foreach (var request in WholeField.Of(_snapshot).Where((_, i) => i % 37 == 0))
        {
            var explanation = PolicyExplainer.Explain(_snapshot, request, ExplainAudience.Holder, ExplainLanguage.Dutch);
            Assert.True(explanation.Verdict == Verdict.Permit || !explanation.Unmet.IsEmpty);
            Assert.All(explanation.Lines, l => Assert.EndsWith(".", l, StringComparison.Ordinal));
        }
    }

    private PolicyExplanation Explain(
        string from, string to, string purpose, Initiative by, string ground, Evidence evidence, ExplainAudience audience = ExplainAudience.Holder, ExplainLanguage language = ExplainLanguage.Dutch) =>
        PolicyExplainer.Explain(
            _snapshot,
            new PolicyRequest
            {
                From = PartnerId.Parse(from), To = PartnerId.Parse(to), Purpose = new Purpose(purpose), By = by, Ground = new Ground(ground), LawDate = new DateOnly(2009, 6, 1), Evidence = evidence,
            },
            audience,
            language);
}
