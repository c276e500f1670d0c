namespace ConvenantGateway.Policy.Tests;

/// <summary>The reader of <c>clauses.yaml</c>: twenty-five clauses, each once and whole.</summary>
public sealed class ClauseReaderTests
{
    private static readonly string All = "clauses:\n" + string.Concat(Enumerable.Range(1, 25).Select(static i => $"  - {{ clause: C{i}, title: t{i}, held: recorded, by: b{i} }}\n"));

    private readonly PolicyErrorList _errors = new();

    [Fact]
    public void Read_AllClauses_AreAsTheyStand()
    {
        var clauses = Read(All);

        Assert.Empty(_errors.ToImmutable());
        Assert.Equal(25, clauses.Length);
        Assert.Equal(new Clause("C7", "t7", "recorded", "b7"), clauses[6]);
    }

    [Theory]
    [InlineData("clause: C7, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("title: t7, ", "", PolicyErrorCodes.MissingKey)]
    [InlineData("title: t7, held: recorded, ", "title: t7, ", PolicyErrorCodes.MissingKey)]
    [InlineData(", by: b7", "", PolicyErrorCodes.MissingKey)]
    [InlineData("title: t7, held: recorded", "title: t7, held: somehow", PolicyErrorCodes.UnknownCode)]
    public void Read_ClauseWithoutOneOfItsParts_IsNoClause(string old, string replacement, string code)
    {
        var clauses = Read(ReaderFiles.Changed(All, old, replacement));

        Assert.Equal(24, clauses.Length);
        Assert.Equal(["the clause `C7` must stand here exactly once"], _errors.ToImmutable().Where(static e => e.Line == 0).Select(static e => e.Message));
        Assert.Equal((code, 8), _errors.ToImmutable().Where(static e => e.Line != 0).Select(static e => (e.Code, e.Line)).Single());
    }

    [Fact]
    public void Read_ClauseThatStandsTwice_IsTold()
    {
        Read(ReaderFiles.Changed(All, "clause: C7,", "clause: C8,"));

        Assert.Equal(["the clause `C7` must stand here exactly once", "the clause `C8` must stand here exactly once"], _errors.ToImmutable().Select(static e => e.Message));
    }

    [Theory]
    [InlineData("by: b7 }", "by: b7, x: z }")]
    [InlineData("clauses:\n", "x: z\nclauses:\n")]
    public void Read_UnknownKey_IsTold(string old, string replacement)
    {
        Read(ReaderFiles.Changed(All, old, replacement));

        Assert.Equal(PolicyErrorCodes.UnknownKey, Assert.Single(_errors.ToImmutable()).Code);
    }

    [Fact]
    public void Read_NoMapping_IsToldOnce()
    {
        Assert.Empty(Read("- een\n"));
        Assert.Equal(PolicyErrorCodes.WrongShape, Assert.Single(_errors.ToImmutable()).Code);
    }

    private System.Collections.Immutable.ImmutableArray<Clause> Read(string text) => ClausesFile.Read(ReaderFiles.Of(("clauses.yaml", text)), _errors);
}
