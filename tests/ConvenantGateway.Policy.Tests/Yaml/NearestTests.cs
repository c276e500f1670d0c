namespace ConvenantGateway.Policy.Tests;

/// <summary>A letter more, less or other is one step; what takes too many steps is no neighbour.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("x", "abcd", null)]
    [InlineData("a", "abcd", null)]
    [InlineData("a", "abc", "abc")]
    [InlineData("abcd", "a", null)]
    [InlineData("abc", "a", "a")]
    [InlineData("", "ab", "ab")]
    [InlineData("", "abc", null)]
    [InlineData("bcd", "abcd", "abcd")]
    [InlineData("ABX", "xab", "xab")]
    public void Find_Word_CountsItsSteps(string word, string known, string? expected) => Assert.Equal(expected, Nearest.Find(word, [known]));
}
