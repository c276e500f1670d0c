using System.Security.Claims;
using ConvenantGateway.Host.Connect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ConvenantGateway.Host.Tests.Connect;

[Collection(ConnectCollection.Name)]
public sealed class BearerGrantsTests(ConnectNode node)
{
    [Fact]
    public async Task Call_OwnToken_IsAnsweredEachTime()
    {
        using var client = node.Client("ziekenhuis-noord");
        var token = await TokenRequests.TokenAsync(node, client);
        for (var i = 0; i < 3; i++)
        {
            using var response = await TokenRequests.CallAsync(client, token);
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Call_NoToken_Is401()
    {
        using var client = node.Client("ziekenhuis-noord");
        using var response = await TokenRequests.CallAsync(client, null);
        await RefusedAsync(response, "CG-CONNECT-015");
    }

    [Fact]
    public async Task Call_AnotherPartnersToken_Is401()
    {
        using var owner = node.Client("ziekenhuis-noord");
        var token = await TokenRequests.TokenAsync(node, owner);
        using var used = await TokenRequests.CallAsync(owner, token);
        using var thief = node.Client("gemeente-noord");
        using var response = await TokenRequests.CallAsync(thief, token);
        Assert.Equal(200, (int)used.StatusCode);
        await RefusedAsync(response, "CG-CONNECT-018");
    }

    [Fact]
    public async Task Call_TokenForAnotherCounterparty_Is403()
    {
        using var client = node.Client("ziekenhuis-noord");
        using var response = await TokenRequests.CallAsync(client, await TokenRequests.TokenAsync(node, client), "ashg-noord");
        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Call_ExpiredToken_Is401AlsoIfItWasUsedBefore()
    {
        using var client = node.Client("ziekenhuis-noord");
        var used = await TokenRequests.TokenAsync(node, client);
        var fresh = await TokenRequests.TokenAsync(node, client);
        using var before = await TokenRequests.CallAsync(client, used);
        node.Time.Advance(TimeSpan.FromMinutes(5.1));
        using var again = await TokenRequests.CallAsync(client, used);
        using var late = await TokenRequests.CallAsync(client, fresh);
        Assert.Equal(200, (int)before.StatusCode);
        await RefusedAsync(again, "CG-CONNECT-016");
        await RefusedAsync(late, "CG-CONNECT-016");
    }

    [Fact]
    public async Task Call_TamperedToken_Is401()
    {
        using var client = node.Client("ziekenhuis-noord");
        var parts = (await TokenRequests.TokenAsync(node, client)).Split('.');
        var payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("huisarts-noord", "gemeente-noord", StringComparison.Ordinal);
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload));
        using var response = await TokenRequests.CallAsync(client, string.Join('.', parts), "gemeente-noord");
        await RefusedAsync(response, "CG-CONNECT-017");
    }

    [Theory]
    [InlineData(false, "at+jwt", "CG-CONNECT-018")]
    [InlineData(true, "JWT", "CG-CONNECT-017")]
    public async Task Call_OwnSignatureButUnboundOrOfAnotherType_Is401(bool bound, string type, string code)
    {
        using var client = node.Client("ziekenhuis-noord");
        var real = new JsonWebToken(await TokenRequests.TokenAsync(node, client));
        var claims = real.Claims.Where(c => bound || c.Type != "cnf").Select(static c => c.Type == "authorization_details" ? new Claim(c.Type, $"[{c.Value}]", JsonClaimValueTypes.JsonArray) : c);
        var descriptor = new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(claims),
            TokenType = type,
            SigningCredentials = node.Services.GetRequiredService<TokenSigningKey>().Credentials,
        };
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
        using var response = await TokenRequests.CallAsync(client, token);
        await RefusedAsync(response, code);
    }

    private static async Task RefusedAsync(HttpResponseMessage response, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 401, $"{(int)response.StatusCode} {text}");
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }
}
