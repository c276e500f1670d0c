using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Exchange;

[Collection(GatewayCollection.Name)]
public sealed class PushTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Push_Treatment_ArrivesFilteredInTheInbox()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment().ToJsonString());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("transaction-response", answer["type"]!.GetValue<string>());
        Assert.All(answer["entry"]!.AsArray(), static e => Assert.StartsWith("201", e!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Contains("Patient.text", answer.ToJsonString(), StringComparison.Ordinal);

        var location = answer["entry"]![0]!["response"]!["location"]!.GetValue<string>();
        using var read = await doctor.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/{location}", await doctor.OwnTokenAsync());
        var patient = await read.Content.ReadAsStringAsync();
        Assert.Equal(200, (int)read.StatusCode);
        Assert.Contains("Bakker", patient, StringComparison.Ordinal);
        Assert.DoesNotContain("div", patient, StringComparison.Ordinal);

        using var observation = await doctor.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/{answer["entry"]![1]!["response"]!["location"]!.GetValue<string>()}", await doctor.OwnTokenAsync());
        Assert.Contains("120.50", await observation.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AnothersInbox_IsNotPermitted()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), Messages.Treatment("Lezer").ToJsonString());
        var location = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]![0]!["response"]!["location"]!.GetValue<string>();
        using var read = await hospital.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/{location}", await hospital.TokenAsync(Tokens.Treat(gateway)));
        Assert.Equal(403, (int)read.StatusCode);
    }

    [Fact]
    public async Task Push_SameBodyAndKeyTwice_AnswersTheFirstAgain()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        var body = Messages.Treatment("Dubbel").ToJsonString();
        using var first = await hospital.PushAsync("huisarts-noord", token, body, ("Idempotency-Key", "k-dubbel"));
        using var second = await hospital.PushAsync("huisarts-noord", token, body, ("Idempotency-Key", "k-dubbel"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(200, (int)second.StatusCode);
        Assert.Single(await FamilyAsync("Dubbel"));
    }

    [Fact]
    public async Task Push_SameKeyOtherBody_Is422()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        using var first = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Eerste").ToJsonString(), ("Idempotency-Key", "k-ander"));
        using var second = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Tweede").ToJsonString(), ("Idempotency-Key", "k-ander"));
        Assert.Equal(422, (int)second.StatusCode);
        Assert.Empty(await FamilyAsync("Tweede"));
    }

    [Fact]
    public async Task Push_SameBodyAtOnce_StoresOnce()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        var body = Messages.Treatment("Tegelijk").ToJsonString();
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hospital.PushAsync("huisarts-noord", token, body, ("Idempotency-Key", "k-tegelijk"))));
        Assert.All(responses, static r => Assert.Contains((int)r.StatusCode, new[] { 200, 409 }));
        Assert.Contains(responses, static r => (int)r.StatusCode == 200);
        Assert.Single(await FamilyAsync("Tegelijk"));
    }

    [Fact]
    public async Task Push_TransactionIdUsedBefore_Is409()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        var transaction = Guid.CreateVersion7().ToString();
        using var first = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Txa").ToJsonString(), ("Fsc-Transaction-Id", transaction));
        using var second = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Txb").ToJsonString(), ("Fsc-Transaction-Id", transaction));
        Assert.Equal((200, 409), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(transaction, first.Headers.GetValues("Fsc-Transaction-Id").Single());
        Assert.Empty(await FamilyAsync("Txb"));
    }

    [Fact]
    public async Task Push_ReferenceOutside_Is422AndStoresNothing()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var body = Messages.Treatment("Buiten");
        body["entry"]![1]!["resource"]!["subject"]!["reference"] = "Patient/0198f2a0-0000-7000-8000-00000000ffff";
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), body.ToJsonString());
        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains("Bundle.entry[1].resource.subject", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await FamilyAsync("Buiten"));
    }

    [Fact]
    public async Task Push_ReferenceToEarlierPush_Resolves()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        using var first = await hospital.PushAsync("huisarts-noord", token, Messages.Treatment("Eerder").ToJsonString());
        var location = JsonNode.Parse(await first.Content.ReadAsStringAsync())!["entry"]![0]!["response"]!["location"]!.GetValue<string>();
        var later = Messages.Treatment("Later");
        later["entry"]!.AsArray().RemoveAt(0);
        later["entry"]![0]!["resource"]!["subject"]!["reference"] = location;
        using var second = await hospital.PushAsync("huisarts-noord", token, later.ToJsonString());
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());
        Assert.StartsWith("201", JsonNode.Parse(await second.Content.ReadAsStringAsync())!["entry"]![0]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/fhir+json", 400)]
    [InlineData("<Bundle/>", "application/fhir+xml", 415)]
    [InlineData("{}", "text/plain", 415)]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}", "application/fhir+json", 400)]
    public async Task Push_BadBody_IsRefusedWithCodeAndTelephone(string body, string contentType, int status)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        using var response = await hospital.SendAsync(HttpMethod.Post, "/huisarts-noord/fhir", token, new StringContent(body, null, contentType));
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains("CG-EXCHANGE-", text, StringComparison.Ordinal);
        Assert.Contains("112", text, StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Push_BodyOneByteOverTheLimit_Is413()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Treat(gateway));
        using var response = await hospital.SendAsync(HttpMethod.Post, "/huisarts-noord/fhir", token, Caller.Fhir(new string(' ', (10 * 1024 * 1024) + 1)));
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task Get_WithPersonInTheUrl_Is405()
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var response = await doctor.SendAsync(HttpMethod.Get, "/huisarts-noord/fhir/Patient?family=Bakker", await doctor.OwnTokenAsync());
        Assert.Equal(405, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/huisarts-noord/fhir/Patient/1")]
    [InlineData("DELETE", "/huisarts-noord/fhir/Patient/1")]
    [InlineData("PATCH", "/huisarts-noord/fhir/Patient/1")]
    [InlineData("HEAD", "/huisarts-noord/fhir/Patient/1")]
    [InlineData("GET", "/huisarts-noord/fhir/Patient/1/_history")]
    [InlineData("POST", "/huisarts-noord/fhir/Patient")]
    public async Task Face_OtherInteractions_AnyMethod_Are405AndRecorded(string method, string path)
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var response = await doctor.SendAsync(new HttpMethod(method), path, await doctor.OwnTokenAsync());
        Assert.Equal(405, (int)response.StatusCode);
        Assert.True(response.Headers.Contains("Convenant-Receipt"));
    }

    [Fact]
    public async Task Read_AbsentAndUnreadable_AnswerAlike()
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        var token = await doctor.OwnTokenAsync();
        using var one = await doctor.SendAsync(HttpMethod.Get, $"/huisarts-noord/fhir/Patient/{Guid.CreateVersion7()}", token);
        using var other = await doctor.SendAsync(HttpMethod.Get, "/huisarts-noord/fhir/Patient/x", token);
        Assert.Equal((404, 404), ((int)one.StatusCode, (int)other.StatusCode));
        Assert.Equal(await one.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("niemand-noord")]
    [InlineData("bad-unsigned")]
    [InlineData("bad-suspended")]
    public async Task Metadata_UnknownUnsignedAndDeparted_AreOneAndTheSame404(string partner)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var response = await hospital.SendAsync(HttpMethod.Get, $"/{partner}/fhir/metadata", null);
        using var nobody = await hospital.SendAsync(HttpMethod.Get, "/nog-iemand/fhir/metadata", null);
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal(await nobody.Content.ReadAsStringAsync(), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Search_ParameterThatIsNotListed_Is400WithoutItsValue()
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var response = await doctor.SearchAsync("huisarts-noord", await doctor.OwnTokenAsync(), "Patient", ("_has:Observation:patient:code", "geheim"));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.DoesNotContain("geheim", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Pages_ByATokenThatWorksForNobodyElse()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        using var doctor = new Caller(gateway, "huisarts-noord");
        var push = await hospital.TokenAsync(Tokens.Treat(gateway));
        for (var i = 0; i < 3; i++)
        {
            using var pushed = await hospital.PushAsync("huisarts-noord", push, Messages.Treatment("Blad", $"1990-01-0{i + 1}").ToJsonString());
        }

        var token = await doctor.OwnTokenAsync();
        using var first = await doctor.SearchAsync("huisarts-noord", token, "Patient", ("_count", "1"));
        var next = JsonNode.Parse(await first.Content.ReadAsStringAsync())!["link"]![0]!["url"]!.GetValue<string>();
        var page = next[(next.IndexOf("_page=", StringComparison.Ordinal) + 6)..];
        using var second = await doctor.SearchAsync("huisarts-noord", token, "Patient", ("_count", "1"), ("_page", page));
        Assert.Equal(200, (int)second.StatusCode);
        using var other = await doctor.SearchAsync("huisarts-noord", token, "Observation", ("_count", "1"), ("_page", page));
        Assert.Equal(400, (int)other.StatusCode);
    }

    private async Task<JsonArray> FamilyAsync(string family)
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        using var response = await doctor.SearchAsync("huisarts-noord", await doctor.OwnTokenAsync(), "Patient", ("family", family), ("birthdate", "1970-05-06"));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]?.AsArray() ?? [];
    }
}
