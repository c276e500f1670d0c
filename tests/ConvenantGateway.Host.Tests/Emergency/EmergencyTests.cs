using System.Text.Json.Nodes;
using ConvenantGateway.Audit;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Consents;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Emergency;

/// <summary>The Noodprocedure on the wire: rules of its own, a reason, a name; where no rule is, a telephone number.</summary>
[Collection(GatewayCollection.Name)]
public sealed class EmergencyTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Emergency_HospitalWarnsPolice_IsStoredAndMarkedInBothRecords()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var token = await hospital.TokenAsync(Warning());
        using var response = await hospital.PushAsync("politie-noord", token, Message("D08").ToJsonString());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        var transaction = Guid.Parse(response.Headers.GetValues("Fsc-Transaction-Id").Single());
        var records = await gateway.World.Store.Reading.ListAsync("ziekenhuis-noord", new RecordQuery { Purpose = "ACUTE", Limit = 50 }, TestContext.Current.CancellationToken);
        Assert.True(records.Single(r => r.Record.Transaction == transaction).Record.Emergency);
        Assert.Contains(records, static r => r.Record is { Type: RecordType.Token, Emergency: true, Outcome: "released" });
    }

    [Theory]
    [InlineData("emergency", "false", "R-23")]
    [InlineData("evidence.reason", "null", "evidence.reason")]
    [InlineData("evidence.reason", "\" \"", "evidence.reason")]
    [InlineData("actor.name", "null", "actor.name")]
    [InlineData("weighing", "null", "weighing")]
    [InlineData("purpose", "\"STATUS\"", "112")]
    [InlineData("purpose", "\"REFER\"", "112")]
    [InlineData("ground", "\"G-LEGIT\"", "R-23")]
    public async Task Emergency_OneFactChanged_IsRefusedAndSaysWhomToPhone(string member, string json, string says)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var details = Warning();
        var path = member.Split('.');
        (path.Length == 1 ? details : details[path[0]]!.AsObject())[path[^1]] = JsonNode.Parse(json);
        using var response = await hospital.AskTokenAsync(details);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains("112", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emergency_RuleThatIsNotForIt_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var details = Tokens.Treat(gateway);
        details["emergency"] = true;
        details["evidence"] = new JsonObject { ["reason"] = "haast" };
        using var response = await hospital.AskTokenAsync(details);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("CG-DECIDE-005", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emergency_OwnRegister_IsRefused()
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var details = Caller.Details(gateway, "ziekenhuis-noord", null, null);
        details["emergency"] = true;
        details["evidence"] = new JsonObject { ["reason"] = "haast" };
        using var response = await hospital.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Emergency_ShelterAddressToANamedOfficer_Arrives()
    {
        using var shelter = new Caller(gateway, "vrouwenopvang-noord");
        using var police = new Caller(gateway, "politie-noord");
        using var response = await shelter.PushAsync("politie-noord", await shelter.TokenAsync(Address()), Message("D05").ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        var location = JsonNode.Parse(text)!["entry"]![1]!["response"]!["location"]!.GetValue<string>();
        using var read = await police.SendAsync(HttpMethod.Get, $"/politie-noord/fhir/{location}", await police.OwnTokenAsync());
        Assert.Contains("waar zij is", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency", "false")]
    [InlineData("evidence.secondPerson", "null")]
    [InlineData("evidence.secondPerson", "{\"id\":\"900012345\",\"name\":\"B. Begeleider\"}")]
    [InlineData("evidence.secondPerson", "{\"id\":\"2\",\"name\":\"A. Arts\"}")]
    [InlineData("evidence.namedOfficer", "null")]
    [InlineData("evidence.namedOfficer", "{\"name\":\"de meldkamer\"}")]
    [InlineData("evidence.reason", "null")]
    [InlineData("locations.0", "ziekenhuis-noord")]
    public async Task Emergency_ShelterAddressWithLess_IsRefused(string member, string value)
    {
        using var shelter = new Caller(gateway, "vrouwenopvang-noord");
        var details = Address();
        var path = member.Split('.');
        if (path[0] == "locations")
        {
            details["locations"] = new JsonArray($"{Caller.Base(gateway)}/{value}/fhir");
        }
        else
        {
            (path.Length == 1 ? details : details[path[0]]!.AsObject())[path[^1]] = JsonNode.Parse(value);
        }

        using var response = await shelter.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
    }

    private JsonObject Warning()
    {
        var details = Caller.Details(gateway, "politie-noord", "ACUTE", "G-CONFLICT");
        details["about"] = new JsonArray(new JsonObject { ["family"] = "Noodgeval", ["given"] = "Anna", ["birthDate"] = "1984-04-01", ["gender"] = "female" });
        details["emergency"] = true;
        details["evidence"] = new JsonObject { ["reason"] = "hij staat voor de deur met een wapen" };
        details["weighing"] = new JsonObject { ["necessity"] = "gevaar", ["proportionality"] = "alleen dit", ["subsidiarity"] = "niets anders helpt" };
        return details;
    }

    private JsonObject Address()
    {
        var details = Warning();
        details["ground"] = "G-VITAL";
        details["evidence"]!["secondPerson"] = new JsonObject { ["id"] = "2", ["name"] = "B. Begeleider" };
        details["evidence"]!["namedOfficer"] = new JsonObject { ["id"] = "P-123", ["name"] = "A. Agent" };
        return details;
    }

    private static JsonObject Message(string category) => Messages.Bundle(
        (ConsentMessages.Patient("Noodgeval", "1984-04-01"), Messages.Url),
        (new JsonObject
        {
            ["resourceType"] = "Observation",
            ["status"] = "final",
            ["category"] = new JsonArray(ConsentMessages.Concept("https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", category)),
            ["code"] = new JsonObject { ["text"] = "melding" },
            ["subject"] = category == "D05" ? new JsonObject { ["reference"] = Messages.Url } : null,
            ["valueString"] = "waar zij is, of wat er dreigt",
        }.Lean(), "urn:uuid:0198f2a0-0000-4000-8000-000000000041"));
}
