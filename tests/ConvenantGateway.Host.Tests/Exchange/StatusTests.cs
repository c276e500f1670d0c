using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Exchange;

/// <summary>The shared case status (domain: WF5): everything that a register decides answers alike.</summary>
[Collection(GatewayCollection.Name)]
public sealed class StatusTests(GatewayFixture gateway)
{
    [Fact]
    public async Task CaseStatus_ConsentAndPermission_AnswersTheLevelOfThePermission()
    {
        await SeedAsync("Vermeer", "1981-01-01", "slachtoffer", "L1");
        var answer = await AskAsync("Vermeer", "1981-01-01");
        Assert.Equal("L1", Parameter(answer.Body, "level"));
        Assert.Contains("ASHG", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("de Wit", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaseStatus_PermissionOfLevel2_SaysSinceAndCoordinator()
    {
        await SeedAsync("Verhoeven", "1981-01-02", "slachtoffer", "L2");
        var answer = await AskAsync("Verhoeven", "1981-01-02");
        Assert.Equal("L2", Parameter(answer.Body, "level"));
        Assert.Equal("2009-04-01", JsonNode.Parse(answer.Body)!["parameter"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "since")!["valueDate"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Verstopt", "1981-02-01", "06-88899900", "L0")]
    [InlineData("Verder", "1981-02-02", "06-88899901", "L2")]
    public async Task CaseStatus_CoordinatorThatTellsWhereSheIs_AnswersL0(string family, string birthDate, string number, string level)
    {
        var bundle = Messages.Case(family, "Anna", birthDate, "slachtoffer", "L2", "ziekenhuis-noord");
        bundle["entry"]![0]!["resource"]!["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = number, ["use"] = "mobile" });
        bundle["entry"]![1]!["resource"]!["careManager"]!["display"] = "M. de Wit, zij is op 0688899900";
        using var ashg = new Caller(gateway, "ashg-noord");
        using var pushed = await ashg.PushAsync("ashg-noord", await ashg.OwnTokenAsync(), bundle.ToJsonString());
        Assert.True(pushed.IsSuccessStatusCode);
        Assert.Equal(level, Parameter((await AskAsync(family, birthDate)).Body, "level"));
    }

    [Theory]
    [InlineData("Verbeek", "1981-01-03", "slachtoffer", null)]
    [InlineData("Verdonk", "1981-01-04", "pleger", "L2")]
    [InlineData("Vermeulen", "1981-01-05", "iets-anders", "L2")]
    [InlineData("Onbekend", "1981-01-06", null, null)]
    public async Task CaseStatus_WhateverTheRegisterHolds_AnswersL0WithTheSameBytes(string family, string birthDate, string? rol, string? level)
    {
        if (rol is not null)
        {
            await SeedAsync(family, birthDate, rol, level);
        }

        var answer = await AskAsync(family, birthDate);
        var nobody = await AskAsync("Niemand", "1901-01-01");
        Assert.Equal("L0", Parameter(answer.Body, "level"));
        Assert.Equal(nobody.Body, answer.Body);
        Assert.Equal(nobody.Headers, answer.Headers);
    }

    [Fact]
    public async Task CaseStatus_PersonNotInTheToken_FindsNothing()
    {
        await SeedAsync("Versteeg", "1981-01-07", "slachtoffer", "L2");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Iemand", "1981-01-08"));
        using var response = await hospital.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(Messages.Question("Versteeg", "Anna", "1981-01-07")));
        Assert.Equal("L0", Parameter(await response.Content.ReadAsStringAsync(), "level"));
    }

    [Fact]
    public async Task Token_WithoutGround_IsRefusedAlikeForKnownAndUnknown()
    {
        await SeedAsync("Verkerk", "1981-01-09", "slachtoffer", "L2");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var texts = new List<string>();
        foreach (var (family, birthDate) in new[] { ("Verkerk", "1981-01-09"), ("Niemand", "1901-01-01") })
        {
            var details = Tokens.Status(gateway, family, birthDate);
            details.Remove("evidence");
            using var response = await hospital.AskTokenAsync(details);
            Assert.Equal(400, (int)response.StatusCode);
            texts.Add(await response.Content.ReadAsStringAsync());
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.Contains("invalid_authorization_details", texts[0], StringComparison.Ordinal);
        Assert.Contains("advies zonder persoonsgegevens", texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spokenAlone", "false")]
    [InlineData("recipients", "[\"huisarts-noord\"]")]
    [InlineData("purpose", "\"REFER\"")]
    [InlineData("given", "\"2009-06-02\"")]
    [InlineData("until", "\"2009-05-31\"")]
    [InlineData("withdrawn", "\"2009-05-31\"")]
    [InlineData("categories", "[\"D99\"]")]
    public async Task Token_ConsentThatIsNotValid_IsRefused(string member, string json)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var details = Tokens.Status(gateway, "Vermeer", "1981-01-01");
        details["evidence"]!["consent"]![member] = JsonNode.Parse(json);
        using var response = await hospital.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task CaseStatus_31stPersonInAnHour_IsThrottled()
    {
        using var doctor = new Caller(gateway, "huisarts-noord");
        var statuses = new List<int>();
        for (var i = 0; i < 31; i++)
        {
            var birthDate = $"1950-01-{i + 1:00}";
            var token = await doctor.TokenAsync(Tokens.Status(gateway, "Teller", birthDate));
            using var response = await doctor.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(Messages.Question("Teller", "Anna", birthDate)));
            statuses.Add((int)response.StatusCode);
        }

        Assert.All(statuses.Take(30), static s => Assert.Equal(200, s));
        Assert.Equal(429, statuses[30]);
    }

    [Theory]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"family","valueString":"x"},{"name":"birthDate","valueDate":"1980-01-01"},{"name":"bsn","valueString":"1"}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"family","valueString":"x"},{"name":"family","valueString":"y"},{"name":"birthDate","valueDate":"1980-01-01"}]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":"family","valueInteger":1}]}""")]
    [InlineData("""{"resourceType":"Patient"}""")]
    [InlineData("{")]
    public async Task CaseStatus_UnreadableQuestion_Is400(string body)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, "Vermeer", "1981-01-01"));
        using var response = await hospital.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(body));
        Assert.Equal(400, (int)response.StatusCode);
    }

    private async Task SeedAsync(string family, string birthDate, string rol, string? level)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var response = await ashg.PushAsync(
            "ashg-noord", await ashg.OwnTokenAsync(), Messages.Case(family, "Anna", birthDate, rol, level, "ziekenhuis-noord").ToJsonString(), ("Idempotency-Key", $"seed-{family}"));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(string Body, string Headers)> AskAsync(string family, string birthDate)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Tokens.Status(gateway, family, birthDate));
        using var response = await hospital.SendAsync(HttpMethod.Post, "/ashg-noord/fhir/$case-status", token, Caller.Fhir(Messages.Question(family, "Anna", birthDate)));
        Assert.Equal(200, (int)response.StatusCode);
        var names = response.Headers.Concat(response.Content.Headers).Select(static h => h.Key).Order(StringComparer.Ordinal);
        return (await response.Content.ReadAsStringAsync(), string.Join(',', names));
    }

    private static string? Parameter(string body, string name) =>
        JsonNode.Parse(body)!["parameter"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == name)!["valueCode"]?.GetValue<string>();
}
