using ConvenantGateway.Policy;

namespace ConvenantGateway.Filter.Tests;

/// <summary>A code says what a rule is for: itself, or how it begins.</summary>
public sealed class CodingRuleTests
{
    [Theory]
    [InlineData("P76", "P76", true)]
    [InlineData("P76", "P761", false)]
    [InlineData("P76", "P7", false)]
    [InlineData("P76", "", false)]
    [InlineData("P*", "P", true)]
    [InlineData("P*", "P76", true)]
    [InlineData("P*", "p76", false)]
    [InlineData("P*", "AP", false)]
    [InlineData("P*", "", false)]
    [InlineData("*", "*", true)]
    [InlineData("*", "D08", false)]
    [InlineData("P", "P*", false)]
    public void Has_Code_IsItselfOrABeginning(string rule, string code, bool has) =>
        Assert.Equal(has, CodingRule.Of(3, "http://s", rule, CategorySet.Of(15)).Has(System.Text.Encoding.UTF8.GetBytes(code)));

    [Theory]
    [InlineData("*", true, false)]
    [InlineData("P*", false, true)]
    [InlineData("P", false, false)]
    public void Of_Star_IsTheOwnCodeOrAPrefix(string code, bool isOwnCode, bool isPrefix)
    {
        var rule = CodingRule.Of(3, "http://s", code, CategorySet.Of(15));

        Assert.Equal((3, isOwnCode, isPrefix, CategorySet.Of(15)), (rule.Path, rule.IsOwnCode, rule.IsPrefix, rule.Category));
    }

    [Fact]
    public void PathNode_Places_AreFoundByName()
    {
        var root = new PathNode();
        root.Add("code.coding", 0);
        root.Add("component.code.coding", 5);

        Assert.Equal((-1, -1, 0), (root.Path, root.Find("code"u8)!.Path, root.Find("code"u8)!.Find("coding"u8)!.Path));
        Assert.Equal(5, root.Find("component"u8)!.Find("code"u8)!.Find("coding"u8)!.Path);
        Assert.Null(root.Find("coding"u8));
    }
}
