using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Push;

public sealed class StopBudgetTests
{
    private static readonly PartnerId Hospital = PartnerId.Parse("ziekenhuis-noord");
    private static readonly PersonHandle Anna = new(new string('a', 64));
    private static readonly PersonHandle Bram = new(new string('b', 64));
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Allows_AfterTooManyDifferentStops_NoMoreAboutThatPersonOfThatPartner()
    {
        var budget = new StopBudget();
        for (var i = 0; i < StopBudget.Most; i++)
        {
            Assert.True(budget.Allows(Hospital, [Anna, Bram], Now));
            budget.Spend(Hospital, [Anna], $"{i}", Now);
        }

        Assert.False(budget.Allows(Hospital, [Anna], Now));
        Assert.False(budget.Allows(Hospital, [Bram, Anna], Now));
        Assert.True(budget.Allows(Hospital, [Bram], Now));
        Assert.True(budget.Allows(PartnerId.Parse("huisarts-noord"), [Anna], Now));
        Assert.True(budget.Allows(Hospital, [], Now));
    }

    /// <summary>A system that sends a refused message again and again must not keep the next one from arriving.</summary>
    [Fact]
    public void Allows_TheSameMessageAgain_CountsOnce()
    {
        var budget = new StopBudget();
        for (var i = 0; i < 10; i++)
        {
            budget.Spend(Hospital, [Anna], "same", Now);
        }

        Assert.True(budget.Allows(Hospital, [Anna], Now));
    }

    /// <summary>Who fills our memory with persons is not looked at, and only he.</summary>
    [Fact]
    public void Allows_StopsAboutPersonsWithoutEnd_AreBoundedForThatPartnerOnly()
    {
        var budget = new StopBudget();
        var persons = Enumerable.Range(0, StopBudget.MostOfPartner).Select(static n => new PersonHandle($"{n:x64}")).ToList();
        budget.Spend(Hospital, persons[1..], "0", Now);
        Assert.True(budget.Allows(Hospital, [Bram], Now));

        budget.Spend(Hospital, [Anna, Bram], "1", Now);

        Assert.False(budget.Allows(Hospital, [], Now));
        Assert.True(budget.Allows(PartnerId.Parse("huisarts-noord"), persons, Now));
        Assert.True(budget.Allows(Hospital, persons, Now.AddHours(24)));
    }

    [Fact]
    public void Allows_AfterADay_Again()
    {
        var budget = new StopBudget();
        for (var i = 0; i < StopBudget.Most; i++)
        {
            budget.Spend(Hospital, [Anna], $"{i}", Now.AddHours(i));
        }

        Assert.False(budget.Allows(Hospital, [Anna], Now.AddHours(23)));
        Assert.True(budget.Allows(Hospital, [Anna], Now.AddHours(24)));
    }
}
