namespace ConvenantGateway.Host.Tests.Connect;

/// <summary>A node of its own: its clock runs past the revocation list.</summary>
public sealed class StaleRevocationTests(ConnectNode node) : IClassFixture<ConnectNode>
{
    [Fact]
    public async Task Handshake_StaleRevocationList_RefusesEverybody()
    {
        Assert.Equal(200, await node.ConnectAsync("ziekenhuis-noord"));
        node.Time.Advance(TimeSpan.FromDays(91));
        Assert.Null(await node.ConnectAsync("ziekenhuis-noord"));
    }
}
