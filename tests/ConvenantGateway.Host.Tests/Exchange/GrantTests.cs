using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Exchange;

/// <summary>A token says one counterparty, one purpose, one ground, and works for its own certificate only.</summary>
[Collection(GatewayCollection.Name)]
public sealed class GrantTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Exchange_WithoutToken_Is401()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.PushAsync("huisarts-noord", null!, Messages.Treatment("Zonder").ToJsonString());
        Assert.Equal(401, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Exchange_TokenOfAnotherPartner_Is401()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var thief = new Caller(gateway, "gemeente-noord");
        using var response = await thief.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Dief").ToJsonString());
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Exchange_TokenForAnotherCounterparty_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.PushAsync("ashg-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Anders").ToJsonString());
        Assert.Contains((int)response.StatusCode, new[] { 401, 403 });
    }

    [Fact]
    public async Task Exchange_TokenForAnotherPurpose_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Vermeer", "1981-01-01"));
        using var response = await hospital.PushAsync("ashg-noord", token, Messages.Treatment("Doel").ToJsonString());
        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Token_OtherPartnersClientId_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.AskTokenAsync(Tokens.Treat(gateway), clientId: "huisarts-noord");
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("bad-unsigned")]
    [InlineData("niemand-noord")]
    public async Task Token_ForNobody_IsRefusedAlike(string to)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.AskTokenAsync(Tokens.Treat(gateway, to));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("invalid_target", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency", "true")]
    [InlineData("purpose", "\"KIJKEN\"")]
    [InlineData("ground", "\"G-ZOMAAR\"")]
    [InlineData("purpose", "\"STATUS\"")]
    [InlineData("actor", "null")]
    [InlineData("meer", "1")]
    [InlineData("type", "\"iets\"")]
    [InlineData("locations", "[]")]
    public async Task Token_DetailThatIsNotRight_IsRefused(string member, string json)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var details = Tokens.Treat(gateway);
        details[member] = JsonNode.Parse(json);
        using var response = await hospital.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Token_TransactionIdUsedBefore_Is409()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        hospital.Http.DefaultRequestHeaders.Add("Fsc-Transaction-Id", Guid.CreateVersion7().ToString());
        using var first = await hospital.AskTokenAsync(Tokens.Treat(gateway));
        using var second = await hospital.AskTokenAsync(Tokens.Treat(gateway));
        Assert.Equal((200, 409), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.DoesNotContain("access_token", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_Granted_HoldsNoNameAndNoEvidence()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Naamgeheim", "1981-01-01"));
        var payload = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));
        Assert.DoesNotContain("Naamgeheim", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("patiënt", payload, StringComparison.Ordinal);
        Assert.Contains("x5t#S256", payload, StringComparison.Ordinal);
        Assert.Contains("dossier", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_ScopeThatNarrowsElsewhere_Is403()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway), scope: "system/Patient.c");
        using var response = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Scope").ToJsonString());
        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Receipt_OfAnExchange_IsForItsPartiesOnly()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var other = new Caller(gateway, "gemeente-noord");
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Bewijs").ToJsonString());
        var transaction = response.Headers.GetValues("Fsc-Transaction-Id").Single();
        using var own = await hospital.SendAsync(HttpMethod.Get, $"/receipts/{transaction}", null);
        using var counterparty = await doctor.SendAsync(HttpMethod.Get, $"/receipts/{transaction}", null);
        using var stranger = await other.SendAsync(HttpMethod.Get, $"/receipts/{transaction}", null);
        Assert.Equal((200, 200, 404), ((int)own.StatusCode, (int)counterparty.StatusCode, (int)stranger.StatusCode));
        var leaf = JsonNode.Parse(await own.Content.ReadAsStringAsync())!["leafHash"]!.GetValue<string>();
        Assert.Contains(leaf, response.Headers.GetValues("Convenant-Receipt").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nergens")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    [InlineData("/werklijst")]
    public async Task OtherAddresses_OnThePartnerListener_Are404(string path)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.SendAsync(HttpMethod.Get, path, null);
        Assert.Equal(404, (int)response.StatusCode);
    }
}
