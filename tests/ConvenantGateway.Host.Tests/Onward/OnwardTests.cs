using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Access;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Consents;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Onward;

/// <summary>Passing on received data (domain: 5.5): decided per person and per label; the sender's own data beside it are not touched.</summary>
[Collection(GatewayCollection.Name)]
public sealed class OnwardTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("MELDING", true)]
    [InlineData("WPG", false)]
    [InlineData("MEDICAL", false)]
    [InlineData("HVB", false)]
    [InlineData("IETS", false)]
    [InlineData("MELDING WPG", false)]
    public async Task Push_LabelledFactInAReferral_FlowsOnlyWhereTheRuleNamesTheLabel(string labels, bool flows)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var birthDate = $"1985-05-{10 + labels.Length:00}";
        var id = await ashg.StoreAsync("Doorgeven", birthDate, ConsentMessages.Given());
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", "Doorgeven", birthDate, $"Consent/{id}"));
        var referral = ConsentMessages.Referral("Doorgeven", birthDate);
        referral["entry"]!.AsArray().Add(Entry(labels));
        using var response = await ashg.PushAsync("vrouwenopvang-noord", token, referral.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        var entries = JsonNode.Parse(text)!["entry"]!.AsArray();
        Assert.StartsWith("201", entries[1]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith(flows ? "201" : "204", entries[3]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(!flows, text.Contains("doorgeven mag hier niet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MEDICAL", "201")]
    [InlineData("WPG", "204")]
    public async Task Push_HospitalsOwnLabel_IsItsOwnData(string label, string status)
    {
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var message = Messages.Treatment("Eigenlabel");
        message["entry"]![1]!["resource"]!["meta"] = Label(label);
        using var response = await hospital.PushAsync("huisarts-noord", await hospital.TokenAsync(Tokens.Treat(gateway)), message.ToJsonString());
        var entries = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["entry"]!.AsArray();
        Assert.StartsWith(status, entries[1]!["response"]!["status"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MELDING", true)]
    [InlineData("WPG", false)]
    public async Task Evaluation_StatedOrigin_DecidesAsThePushDoes(string origin, bool isPermitted)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var person = Questions.Person("slachtoffer", "D01", "D08");
        person["origin"] = new JsonArray(origin);
        var answer = await ashg.AnswerAsync(Questions.Ask("ashg-noord", "push", "vrouwenopvang-noord", "REFER", "G-CONSENT", ["consent", "weighing"], person));
        Assert.Equal(isPermitted, answer["decision"]!.GetValue<bool>());
    }

    private static JsonObject Entry(string labels)
    {
        var bundle = Messages.Bundle((new JsonObject
        {
            ["resourceType"] = "Observation",
            ["meta"] = Label(labels.Split(' ')),
            ["status"] = "final",
            ["category"] = new JsonArray(ConsentMessages.Concept("https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", "D08")),
            ["code"] = new JsonObject { ["text"] = "ontvangen" },
            ["subject"] = new JsonObject { ["reference"] = Messages.Url },
            ["valueString"] = "wat een ander schreef",
        }, "urn:uuid:0198f2a0-0000-4000-8000-000000000051"));
        var entry = bundle["entry"]![0]!.AsObject();
        bundle["entry"]!.AsArray().RemoveAt(0);
        return entry;
    }

    private static JsonObject Label(params string[] codes) => new()
    {
        ["security"] = new JsonArray([.. codes.Select(static c => (JsonNode)new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/herkomst", ["code"] = c })]),
    };
}
