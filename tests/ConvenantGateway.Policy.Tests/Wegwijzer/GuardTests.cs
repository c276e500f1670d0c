namespace ConvenantGateway.Policy.Tests.Wegwijzer;

/// <summary>When an answer of a fact step holds: recipient, purpose, date and earlier answers, all of them.</summary>
public sealed class GuardTests
{
    private static readonly WegwijzerGuard Guard = new()
    {
        Recipients = [new PartyKind("POL")],
        Purposes = [new Purpose("REFER")],
        From = new DateOnly(2009, 1, 1),
        Until = new DateOnly(2013, 7, 1),
        Given = [("W1", "ja"), ("W2", "nee")],
    };

    private readonly WegwijzerReply[] _replies = [new("W0", "ja"), new("W1", "ja"), new("W2", "nee")];

    [Theory]
    [InlineData("POL", "REFER", "2009-01-01", true)]
    [InlineData("POL", "REFER", "2013-06-30", true)]
    [InlineData("POL", "REFER", "2008-12-31", false)]
    [InlineData("POL", "REFER", "2013-07-01", false)]
    [InlineData("VO", "REFER", "2010-01-01", false)]
    [InlineData("POL", "TREAT", "2010-01-01", false)]
    public void Holds_Case_TakesRecipientPurposeAndDate(string recipient, string purpose, string date, bool expected) =>
        Assert.Equal(expected, Guard.Holds(Walks.Case(recipient, purpose, date), _replies));

    [Fact]
    public void Holds_EmptyParts_HoldAlways()
    {
        var open = Guard with { Recipients = [], Purposes = [], Until = null, Given = [] };

        Assert.True(open.IsFree);
        Assert.False(Guard.IsFree);
        Assert.True(open.Holds(Walks.Case("VO", "TREAT", "2026-01-01"), []));
    }

    [Theory]
    [InlineData("W1=ja W2=ja")]
    [InlineData("W1=nee W2=nee")]
    [InlineData("W1=ja")]
    [InlineData("W2=ja W1=nee")]
    [InlineData("")]
    public void Holds_OneEarlierAnswerOtherwise_DoesNot(string replies) =>
        Assert.False(Guard.Holds(Walks.Case("POL", "REFER", "2010-01-01"), replies.Split(' ').Select(static r => new WegwijzerReply(r.Split('=')[0], r.Split('=')[^1]))));
}
