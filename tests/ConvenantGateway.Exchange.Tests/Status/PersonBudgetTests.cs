using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange.Tests.Status;

public class PersonBudgetTests
{
    private static readonly PartnerId Hospital = PartnerId.Parse("ziekenhuis-noord");
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TrySpend_SamePersonAgain_CostsNothing()
    {
        var budget = new PersonBudget();
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(budget.TrySpend(Hospital, "a", 1, Now)));
    }

    [Fact]
    public void TrySpend_OverTheLimit_IsRefusedUntilAnHourPassed()
    {
        var budget = new PersonBudget();
        Assert.True(budget.TrySpend(Hospital, "a", 1, Now));
        Assert.False(budget.TrySpend(Hospital, "b", 1, Now.AddMinutes(59)));
        Assert.True(budget.TrySpend(Hospital, "b", 1, Now.AddMinutes(60)));
    }

    [Fact]
    public void TrySpend_OtherPartner_HasItsOwnBudget()
    {
        var budget = new PersonBudget();
        Assert.True(budget.TrySpend(Hospital, "a", 1, Now));
        Assert.True(budget.TrySpend(PartnerId.Parse("huisarts-noord"), "b", 1, Now));
    }
}
