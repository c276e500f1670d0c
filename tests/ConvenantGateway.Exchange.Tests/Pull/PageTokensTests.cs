using CsCheck;

namespace ConvenantGateway.Exchange.Tests.Pull;

public class PageTokensTests
{
    [Fact]
    public void Open_SameBinding_GivesThePosition()
    {
        using var tokens = new PageTokens();
        Gen.Long.Sample(position => Assert.Equal(position, tokens.Open(tokens.Seal(position, "a"), "a")), iter: 100);
    }

    [Fact]
    public void Open_OtherBindingOrProcess_IsNothing()
    {
        using var tokens = new PageTokens();
        using var other = new PageTokens();
        var token = tokens.Seal(7, "caller-a");
        Assert.Null(tokens.Open(token, "caller-b"));
        Assert.Null(other.Open(token, "caller-a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("????")]
    public void Open_Garbage_IsNothing(string text)
    {
        using var tokens = new PageTokens();
        Assert.Null(tokens.Open(text, "a"));
    }
}
