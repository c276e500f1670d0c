namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>Reading what a step rests on: an article that is in the law files, or a norm in words.</summary>
public sealed class SourceReadTests
{
    private const string Law = "{ law: BWBR1, article: \"2\", text: 2009-01-01 }";

    [Fact]
    public void Read_Sources_AreArticlesAndNorms()
    {
        var sources = StepText.Read(StepText.Choice).Step.Sources;

        Assert.Equal([("BWBR1", "2", ""), (null, null, "afgeleid")], sources.Select(static s => (s.Law?.Bwb, s.Law?.Article, s.Norm)));
        Assert.Equal(["BWBR1 2 (2009-01-01)", "afgeleid"], sources.Select(static s => s.ToString()));
    }

    [Theory]
    [InlineData("law: BWBR1, ", "", "{ article")]
    [InlineData("article: \"2\", ", "", "{ law")]
    [InlineData(", text: 2009-01-01", "", "{ law")]
    public void Read_ArticleWithOnePartMissing_IsToldOnce(string old, string replacement, string at)
    {
        var line = StepText.AssertTold(StepText.Choice, old, replacement, PolicyErrorCodes.MissingKey, at);

        Assert.Equal("afgeleid", Assert.Single(line!.Step.Sources).Norm);
    }

    [Theory]
    [InlineData("text: 2009-01-01", "text: 2009-13-01", PolicyErrorCodes.WrongShape, "2009-13-01")]
    [InlineData("text: 2009-01-01", "text: 2009-01-02", PolicyErrorCodes.UnknownLaw, "{ law")]
    [InlineData("law: BWBR1", "law: BWBR2", PolicyErrorCodes.UnknownLaw, "{ law")]
    [InlineData("text: 2009-01-01", "text: 2009-01-01, says: x", PolicyErrorCodes.UnknownKey, "says: x")]
    [InlineData("norm: afgeleid", "norm: afgeleid, law: BWBR1", PolicyErrorCodes.UnknownKey, "law: BWBR1")]
    [InlineData("norm: afgeleid", "norm: [afgeleid]", PolicyErrorCodes.WrongShape, "[afgeleid]")]
    public void Read_SourceWithOneThingWrong_IsToldAtItsPlace(string old, string replacement, string code, string at) =>
        Assert.NotNull(StepText.AssertTold(StepText.Choice, old, replacement, code, at));

    [Fact]
    public void Read_ArticleThatIsNotThere_SuggestsOneOfTheSameLaw()
    {
        var errors = new PolicyErrorList();

        StepText.Read(StepText.Choice.Replace("article: \"2\"", "article: \"21(4)\"", StringComparison.Ordinal), errors);

        Assert.Equal("did you mean `21(3) (2009-01-01)`?", Assert.Single(errors.ToImmutable()).Suggestion);
    }

    [Fact]
    public void Read_EmptySources_AreToldAtTheList() =>
        StepText.AssertTold(StepText.YesNo, "sources:\n  - { norm: afgeleid }", "sources: []", PolicyErrorCodes.MissingKey, "[]");

    [Fact]
    public void Read_NoSources_IsToldOnceAtTheStep() =>
        StepText.AssertTold(StepText.YesNo, "sources:\n  - { norm: afgeleid }", "", PolicyErrorCodes.MissingKey, "id: W1");

    [Fact]
    public void Read_OnlySourceWrong_IsToldAndLeavesNone()
    {
        var errors = new PolicyErrorList();

        var line = StepText.Read(StepText.YesNo.Replace("{ norm: afgeleid }", Law.Replace("\"2\"", "\"9\"", StringComparison.Ordinal), StringComparison.Ordinal), errors);

        Assert.Empty(line!.Step.Sources);
        Assert.Equal([PolicyErrorCodes.MissingKey, PolicyErrorCodes.UnknownLaw], errors.ToImmutable().Select(static e => e.Code).Order(StringComparer.Ordinal));
    }
}
