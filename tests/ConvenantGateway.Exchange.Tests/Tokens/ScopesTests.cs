namespace ConvenantGateway.Exchange.Tests.Tokens;

public class ScopesTests
{
    [Theory]
    [InlineData("openid")]
    [InlineData("system/*.c")]
    [InlineData("user/Patient.r")]
    [InlineData("system/Patient.")]
    [InlineData("system/Patient.u")]
    [InlineData("system/.c")]
    public void TryRead_UnknownScope_IsRefused(string raw) => Assert.False(Scopes.TryRead(raw, out _));

    [Theory]
    [InlineData("system/Patient.rs", "Patient", 'r', true)]
    [InlineData("system/Patient.rs", "Patient", 'c', false)]
    [InlineData("system/Patient.rs", "Observation", 'r', false)]
    [InlineData("", "Observation", 'c', true)]
    public void Covers_Scope_OnlyNarrows(string raw, string type, char interaction, bool covers)
    {
        Assert.True(Scopes.TryRead(raw, out var scopes));
        Assert.Equal(covers, Scopes.Covers(scopes, type, interaction));
    }
}
