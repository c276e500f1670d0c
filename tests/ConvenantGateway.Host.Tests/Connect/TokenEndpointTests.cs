using System.Text.Json.Nodes;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Host.Tests.Connect;

[Collection(ConnectCollection.Name)]
public sealed class TokenEndpointTests(ConnectNode node)
{
    [Fact]
    public async Task Token_Granted_IsRecordedAndBound()
    {
        node.Records.Clear();
        using var client = node.Client("ziekenhuis-noord");
        using var response = await TokenRequests.AskAsync(client, TokenRequests.Details(node));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
        var answer = JsonNode.Parse(text)!;
        Assert.Equal("Bearer", answer["token_type"]!.GetValue<string>());
        Assert.InRange(answer["expires_in"]!.GetValue<int>(), 1, 300);
        Assert.Equal("convenant_exchange", answer["authorization_details"]![0]!["type"]!.GetValue<string>());
        var record = Assert.Single(node.Records);
        Assert.Equal((RecordType.Token, "released", 200), (record.Type, record.Outcome, record.Status));

        var parts = answer["access_token"]!.GetValue<string>().Split('.').Take(2).Select(static p => JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(p))!).ToList();
        Assert.Equal(("ES256", "at+jwt"), (parts[0]["alg"]!.GetValue<string>(), parts[0]["typ"]!.GetValue<string>()));
        Assert.Equal("ziekenhuis-noord", parts[1]["client_id"]!.GetValue<string>());
        Assert.Equal($"{node.PublicBase}/huisarts-noord/fhir", parts[1]["aud"]!.GetValue<string>());
        Assert.NotNull(parts[1]["cnf"]!["x5t#S256"]);
        Assert.DoesNotContain("Naamgeheim", parts[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_secret", "dev", 401)]
    [InlineData("client_id", "huisarts-noord", 401)]
    [InlineData("client_id", "niemand-noord", 401)]
    [InlineData("grant_type", "password", 400)]
    [InlineData("grant_type", "authorization_code", 400)]
    [InlineData("authorization_details", "[]", 400)]
    [InlineData("resource", "https://elders.example/fhir", 400)]
    public async Task Token_NotAsItShouldBe_IsRefusedAndRecorded(string name, string value, int status)
    {
        node.Records.Clear();
        using var client = node.Client("ziekenhuis-noord");
        using var response = await TokenRequests.AskAsync(client, TokenRequests.Details(node), (name, value));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Null(JsonNode.Parse(text)!["access_token"]);
        Assert.StartsWith("CG-", JsonNode.Parse(text)!["code"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
        var record = Assert.Single(node.Records);
        Assert.Equal((RecordType.Token, "ziekenhuis-noord", "refused", status), (record.Type, record.Caller, record.Outcome, record.Status));
    }

    [Fact]
    public async Task Token_SecretInTheHeader_IsRefused()
    {
        using var client = node.Client("ziekenhuis-noord");
        client.DefaultRequestHeaders.Authorization = new("Basic", "emlla2VuaHVpcy1ub29yZDpkZXY=");
        using var response = await TokenRequests.AskAsync(client, TokenRequests.Details(node));
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Token_MalformedTransaction_Is400()
    {
        using var client = node.Client("ziekenhuis-noord");
        client.DefaultRequestHeaders.Add("Fsc-Transaction-Id", "0198f2a0-0000-4000-8000-000000000001");
        using var response = await TokenRequests.AskAsync(client, TokenRequests.Details(node));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("CG-EXCHANGE-008", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_RequestOfAMebibyte_IsRefused()
    {
        using var client = node.Client("ziekenhuis-noord");
        using var response = await TokenRequests.AskAsync(client, TokenRequests.Details(node), ("filler", new string('x', 1024 * 1024)));
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server", "tls_client_auth")]
    [InlineData("/.well-known/jwks", "\"P-256\"")]
    [InlineData("/huisarts-noord/fhir/.well-known/smart-configuration", "/connect/token")]
    public async Task Discovery_WithCertificate_IsAnsweredAndRecorded(string path, string contains)
    {
        node.Records.Clear();
        using var client = node.Client("ziekenhuis-noord");
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(contains, text, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", text, StringComparison.Ordinal);
        Assert.Equal("discovery", Assert.Single(node.Records).By);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Discovery_OfNobody_Is404()
    {
        using var client = node.Client("ziekenhuis-noord");
        using var response = await client.GetAsync("/bad-unsigned/fhir/.well-known/smart-configuration");
        Assert.Equal(404, (int)response.StatusCode);
    }
}
