using System.Collections.Immutable;

namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>labels.yaml</c>, on a file of a few lines.</summary>
public sealed class LabelReaderTests
{
    private const string Text = """
        labels:
          - { system: s, code: PSY, adds: D15, note: psychiatrie }
          - { system: s, code: SUD, adds: [D15, D16] }
          - { system: t, code: PSY, adds: none }

        """;

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_Labels_AddWhatTheySay()
    {
        Assert.Equal([("s", "PSY", "D15"), ("s", "SUD", "D15 D16"), ("t", "PSY", "")], Read(Text).Select(static l => (l.System, l.Code, l.Adds.ToString())));
        Assert.Empty(_errors.ToImmutable());
    }

    [Fact]
    public void Read_LabelThatStandsTwice_IsToldAndTakenOnce()
    {
        Assert.Equal(["D15", ""], Read(ReaderFiles.Changed(Text, "code: SUD", "code: PSY")).Select(static l => l.Adds.ToString()));
        Assert.Equal((PolicyErrorCodes.DuplicateId, 3), Assert.Single(_errors.ToImmutable().Select(static e => (e.Code, e.Line))));
    }

    [Theory]
    [InlineData("system: t, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("system: t, code: PSY", "system: t", PolicyErrorCodes.MissingKey)]
    [InlineData(", adds: none", "", PolicyErrorCodes.MissingKey)]
    [InlineData("adds: none", "adds: nothing", PolicyErrorCodes.UnknownCode)]
    public void Read_LabelWithoutOneOfItsParts_IsNone(string old, string replacement, string code)
    {
        Assert.Equal(["s", "s"], Read(ReaderFiles.Changed(Text, old, replacement)).Select(static l => l.System));
        Assert.Equal(code, Assert.Single(_errors.ToImmutable()).Code);
    }

    [Theory]
    [InlineData("[D15, D16]", "[D15, none]", PolicyErrorCodes.WrongShape)]
    [InlineData("adds: none", "adds: none, x: z", PolicyErrorCodes.UnknownKey)]
    [InlineData("labels:\n", "x: z\nlabels:\n", PolicyErrorCodes.UnknownKey)]
    public void Read_OneThingWrong_IsTold(string old, string replacement, string code)
    {
        Read(ReaderFiles.Changed(Text, old, replacement));

        Assert.Equal(code, Assert.Single(_errors.ToImmutable()).Code);
    }

    [Fact]
    public void Read_NoLabels_IsTold()
    {
        Read("{}\n");

        Assert.Equal(PolicyErrorCodes.MissingKey, Assert.Single(_errors.ToImmutable()).Code);
    }

    private ImmutableArray<SecurityLabel> Read(string text) => LabelsFile.Read(ReaderFiles.Of((LabelsFile.Path, text)), _errors);
}
