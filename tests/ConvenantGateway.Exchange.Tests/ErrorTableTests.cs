namespace ConvenantGateway.Exchange.Tests;

public class ErrorTableTests
{
    [Fact]
    public void Of_EveryKind_HasItsOwnPermanentCode()
    {
        var codes = Enum.GetValues<ExchangeErrorKind>().Select(static k => ErrorTable.Of(k).Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, static c => Assert.Matches("^CG-(CONNECT|EXCHANGE|DECIDE|FILTER|AUDIT|RELEASE)-[0-9]{3}$", c));
    }

    [Fact]
    public void Compose_SameRefusalTwice_IsTheSameBytes() =>
        Assert.Equal(OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.Absent)), OutcomeJson.Compose(ExchangeRefusal.Of(ExchangeErrorKind.Absent)));

    [Fact]
    public void Compose_AnyRefusal_SaysWhomToPhone() =>
        Assert.All(Enum.GetValues<ExchangeErrorKind>(), static k =>
        {
            Assert.Contains("112", System.Text.Encoding.UTF8.GetString(OutcomeJson.Compose(ExchangeRefusal.Of(k))), StringComparison.Ordinal);
            Assert.Contains("112", System.Text.Encoding.UTF8.GetString(ProblemJson.Compose(ExchangeRefusal.Of(k))), StringComparison.Ordinal);
        });
}
