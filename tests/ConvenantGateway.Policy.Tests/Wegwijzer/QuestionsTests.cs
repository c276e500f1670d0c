namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>How many questions are left at most: what a page says as "question 1 of 2".</summary>
public sealed class QuestionsTests
{
    [Theory]
    [InlineData("F1", 2)]
    [InlineData("W1", 2)]
    [InlineData("C1", 1)]
    [InlineData("F2", 0)]
    [InlineData("OUT-GO", 0)]
    [InlineData("X", 0)]
    public void QuestionsFrom_Step_CountsTheLongestWayWithoutFacts(string step, int expected) =>
        Assert.Equal(expected, SmallGuide.Read().Plans["klein"].QuestionsFrom(step));
}
