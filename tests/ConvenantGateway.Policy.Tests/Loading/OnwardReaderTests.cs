using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>onward.yaml</c>: one line for each label that received data can carry.</summary>
public sealed class OnwardReaderTests
{
    private static readonly string Text = "onward:\n" + string.Concat(CodeWords.Origins.Select(static o => $"""
          - origin: {o}
            title: titel {o}
            never: [D05]
            mark: sourced
            sources:
              - law: BWBR1
                article: "2"
                text: 2009-01-01

        """));

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Labels_AreAsTheyStand()
    {
        var rules = Read(Text);

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal([DataOrigins.Wpg, DataOrigins.Medical, DataOrigins.Melding, DataOrigins.Hvb], rules.Select(static r => r.Origin));
        Assert.Equal(("titel WPG", "D05", false, 1), (rules[0].Title, rules[0].Never.ToString(), rules[0].WithinArticle20, rules[0].Sources.Length));
    }

    [Theory]
    [InlineData("origin: HVB", "origin: HVV")]
    [InlineData("origin: HVB", "origin: WPG")]
    [InlineData("    title: titel HVB\n", "")]
    public void Read_LabelWithoutItsLine_IsMissing(string old, string replacement)
    {
        Assert.Equal(3, Read(ReaderFiles.Changed(Text, old, replacement)).Length);
        Assert.Equal(["the label `HVB` is missing"], _errors.ToImmutable().Where(static e => e.Line == 0).Select(static e => e.Message));
        Assert.Equal(2, _errors.ToImmutable().Length);
    }

    [Theory]
    [InlineData("title: titel HVB", "title: titel HVB\n    x: z")]
    [InlineData("onward:\n", "x: z\nonward:\n")]
    public void Read_UnknownKey_IsToldOnce(string old, string replacement)
    {
        Assert.Equal(4, Read(ReaderFiles.Changed(Text, old, replacement)).Length);
        Assert.Equal(PolicyErrorCodes.UnknownKey, Assert.Single(_errors.ToImmutable()).Code);
    }

    private ImmutableArray<OnwardRule> Read(string text)
    {
        var law = new LawReference("BWBR1", "2", new DateOnly(2009, 1, 1), "full");
        return OnwardFile.Read(ReaderFiles.Of(("onward.yaml", text)), new[] { law }.ToFrozenDictionary(static l => (l.Bwb, l.Article, l.Text)), _errors);
    }
}
