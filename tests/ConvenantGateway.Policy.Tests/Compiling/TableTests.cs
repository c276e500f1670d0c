namespace ConvenantGateway.Policy.Tests;

/// <summary>Rules put into the cells of parties, purpose and initiative.</summary>
public sealed class TableTests
{
    [Fact]
    public void Compile_Rule_LiesInEveryCellItNames()
    {
        var table = TestCovenant.Table(TestCovenant.Rule with { From = ["ASHG", "POL"], To = ["VO", "AMK"], Purposes = ["TREAT", "REFER"], By = [Initiative.Push, Initiative.Status] });

        Assert.Equal(
            from sender in new[] { "ASHG", "POL" } from receiver in new[] { "AMK", "VO" } from purpose in new[] { "REFER", "TREAT" } from asked in new[] { Initiative.Push, Initiative.Status } select (sender, receiver, purpose, asked),
            table.Cells());
    }

    [Fact]
    public void Bucket_InitiativeThatNobodyKnows_IsNone()
    {
        var table = TestCovenant.Table(TestCovenant.Rule);
        var (from, to, purpose) = (table.Kinds["ASHG"], table.Kinds["VO"], table.Purposes["REFER"]);

        Assert.NotNull(table.Bucket(from, to, purpose, Initiative.Push));
        Assert.Null(table.Bucket(from, to, purpose, Initiative.None));
        Assert.Null(table.Bucket(from, to, purpose, (Initiative)5));
        Assert.Null(table.Bucket(from, to, purpose, (Initiative)255));
        Assert.Null(table.Bucket(table.Kinds.Count - 1, table.Kinds.Count - 1, table.Purposes.Count - 1, (Initiative)5));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(9, 1)]
    public void Compile_MoreRulesThanFitInOneCell_IsAnErrorAtTheLast(int rules, int expected)
    {
        var errors = new PolicyErrorList();

        PolicyTable.Compile(TestCovenant.Words, [.. Enumerable.Range(1, rules).Select(i => TestCovenant.Rule with { Id = $"R-{i}", Place = new Place("statute/x.rules.yaml", i, 1) })], errors);

        Assert.Equal(expected, errors.ToImmutable().Length);
        Assert.All(errors.ToImmutable(), e => Assert.Equal((PolicyErrorCodes.TooManyRules, 9), (e.Code, e.Line)));
        Assert.All(errors.ToImmutable(), static e => Assert.Contains("`R-9` is one of 9", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_RuleThatNamesAPartyTwice_LiesThereOnce()
    {
        var table = TestCovenant.Table(TestCovenant.Rule with { From = ["ASHG", "ASHG"] }, TestCovenant.Rule with { Id = "R-2" });

        Assert.Equal(["R-1", "R-2"], table.Bucket(table.Kinds["ASHG"], table.Kinds["VO"], table.Purposes["REFER"], Initiative.Push)!.Rules.Select(static r => r.Source.Id));
    }

    [Fact]
    public void Compile_CellsWithOtherRules_KeepTheirOwn()
    {
        var table = TestCovenant.Table(TestCovenant.Rule with { To = ["VO", "AMK"] }, TestCovenant.Rule with { Id = "R-2", To = ["AMK"] }, TestCovenant.Rule with { Id = "R-3", To = ["VO", "AMK"] });

        List<string> In(string to) => [.. table.Bucket(table.Kinds["ASHG"], table.Kinds[to], table.Purposes["REFER"], Initiative.Push)!.Rules.Select(static r => r.Source.Id)];

        Assert.Equal(["R-1", "R-3"], In("VO"));
        Assert.Equal(["R-1", "R-2", "R-3"], In("AMK"));
    }
}
