namespace ConvenantGateway.Policy.Tests;

/// <summary>An error in one line, as an editor or a build server reads it.</summary>
public sealed class PolicyErrorTests
{
    [Theory]
    [InlineData(null, "a.yaml:3:5: CG-POLICY-001 it is wrong")]
    [InlineData("did you mean `x`?", "a.yaml:3:5: CG-POLICY-001 it is wrong (did you mean `x`?)")]
    public void ToString_Error_HasItsSuggestionBehindIt(string? suggestion, string expected) =>
        Assert.Equal(expected, new PolicyError("CG-POLICY-001", "a.yaml", 3, 5, "it is wrong", suggestion).ToString());
}
