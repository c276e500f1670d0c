using System.Text;
using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Access;

/// <summary>The HTTPS binding of AuthZEN 1.0 section 10.</summary>
[Collection(GatewayCollection.Name)]
public sealed class AccessTransportTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData(Questions.Single)]
    [InlineData(Questions.Batch)]
    public async Task Access_WithoutToken_Is401(string address)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(HttpMethod.Post, address, null, Questions.Json(Questions.Referral()), ("X-Request-ID", "vraag-1"));
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("vraag-1", response.Headers.GetValues("X-Request-ID").Single());
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
        Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_TokenOfAnotherPartner_Is401()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var thief = new Caller(gateway, "gemeente-noord");
        using var response = await thief.SendAsync(HttpMethod.Post, Questions.Single, await ashg.OwnTokenAsync(), Questions.Json(Questions.Referral()));
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Access_TokenForAnyCounterparty_WillDo()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var question = Questions.Ask("ziekenhuis-noord", "push", "huisarts-noord", "TREAT", "G-DIRECT", ["treatment-relation"], Questions.Person("client"));
        using var response = await hospital.SendAsync(HttpMethod.Post, Questions.Single, await hospital.TokenAsync(Tokens.Treat(gateway)), Questions.Json(question));
        Assert.True(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["decision"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("application/fhir+json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Access_OtherContentType_Is415(string mediaType)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(HttpMethod.Post, Questions.Single, await ashg.OwnTokenAsync(), Questions.Json(Questions.Referral(), mediaType));
        Assert.Equal(415, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"subject":{"type":"partner","id":"ashg-noord"},"action":{"name":"push"}}""")]
    [InlineData("""{"subject":{"type":"partner","id":"ashg-noord"},"subject":{"type":"partner","id":"ashg-noord"},"action":{"name":"push"},"resource":{"type":"partner","id":"x"}}""")]
    public async Task Access_BodyThatIsNoRequest_Is400(string body)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await ashg.SendAsync(HttpMethod.Post, Questions.Single, await ashg.OwnTokenAsync(), content, ("X-Request-ID", "vraag-2"));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("vraag-2", response.Headers.GetValues("X-Request-ID").Single());
    }

    [Theory]
    [InlineData("GET", Questions.Single, 405)]
    [InlineData("PUT", Questions.Batch, 405)]
    [InlineData("POST", "/access/v1/search/subject", 404)]
    [InlineData("POST", Questions.Single + "?naam=x", 400)]
    public async Task Access_WhatIsNotListed_IsRefused(string method, string address, int status)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(new HttpMethod(method), address, await ashg.OwnTokenAsync(), method == "GET" ? null : Questions.Json(Questions.Referral()));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Access_UnknownProperties_AreIgnored()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var question = Questions.Referral().With("extra", 1).With("subject.extra", "x").With("context.time", "2024-05-31T15:22-07:00").With("action.properties", new JsonObject { ["method"] = "GET" });
        Assert.True((await ashg.AnswerAsync(question))["decision"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Access_RequestIdThatIsTooLong_IsCut()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(HttpMethod.Post, Questions.Single, await ashg.OwnTokenAsync(), Questions.Json(Questions.Referral()), ("X-Request-ID", new string('a', 500)));
        Assert.Equal(new string('a', 128), response.Headers.GetValues("X-Request-ID").Single());
    }

    [Fact]
    public async Task Access_TransactionIdTwice_Is409()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var token = await ashg.OwnTokenAsync();
        var id = Guid.CreateVersion7().ToString();
        using var first = await ashg.SendAsync(HttpMethod.Post, Questions.Single, token, Questions.Json(Questions.Referral()), ("Fsc-Transaction-Id", id));
        using var second = await ashg.SendAsync(HttpMethod.Post, Questions.Single, token, Questions.Json(Questions.Referral()), ("Fsc-Transaction-Id", id));
        Assert.Equal((200, 409), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Configuration_WithACertificate_NamesTheEndpoints()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.SendAsync(HttpMethod.Get, "/.well-known/authzen-configuration", null);
        var metadata = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var self = Caller.Base(gateway);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(self, metadata["policy_decision_point"]!.GetValue<string>());
        Assert.Equal(self + Questions.Single, metadata["access_evaluation_endpoint"]!.GetValue<string>());
        Assert.Equal(self + Questions.Batch, metadata["access_evaluations_endpoint"]!.GetValue<string>());
    }
}
