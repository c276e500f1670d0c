namespace ConvenantGateway.Policy.Tests;

/// <summary>The edges of <c>profiles.yaml</c> and <c>parties.yaml</c>.</summary>
public sealed class ProfileAndPartyTests
{
    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public void Read_Profiles_AreAtMostThirtyTwo(int count, bool isTold)
    {
        var text = "profiles:\n" + string.Concat(Enumerable.Range(1, count).Select(static i => $"  - {{ code: NL-{1900 + i}, title: t, from: {1900 + i}-01-01, until: {1900 + i}-01-01 }}\n"));

        Assert.Equal(isTold ? [(PolicyErrorCodes.TooManyRules, 0)] : [], Read("profiles.yaml", text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", until: 2010-01-01")]
    [InlineData(", tasks: hulp")]
    public void Read_Designation_NeedsAnArticleAndADate(string more) =>
        Assert.Empty(Read("parties.yaml", $"parties:\n  - {{ code: RECL, title: reclassering, designations: [{{ article: \"4:2\", from: 2008-01-01{more} }}] }}\n"));

    private static IEnumerable<(string Code, int Line)> Read(string path, string text)
    {
        var errors = new PolicyErrorList();
        new VocabularyFiles(ReaderFiles.Of((path, text)), errors).Read();
        return [.. errors.ToImmutable().Where(e => e.File == path).Select(static e => (e.Code, e.Line))];
    }
}
