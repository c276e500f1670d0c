using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Consents;

/// <summary>Consent by reference to the caller's own register: checked like one in the request, and looked up nowhere else.</summary>
[Collection(GatewayCollection.Name)]
public sealed class ConsentReferenceTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Token_ConsentInTheOwnRegister_CarriesAReferral()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Referentie", "1982-02-01", ConsentMessages.Given());
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", "Referentie", "1982-02-01", $"Consent/{id}"));
        using var response = await ashg.PushAsync("vrouwenopvang-noord", token, ConsentMessages.Referral("Referentie", "1982-02-01").ToJsonString());
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("status", "\"inactive\"")]
    [InlineData("status", "\"entered-in-error\"")]
    [InlineData("status", "\"draft\"")]
    [InlineData("dateTime", "\"2009-06-02\"")]
    [InlineData("performer", "[]")]
    [InlineData("provision.period.end", "\"2009-05-31\"")]
    [InlineData("provision.period.start", "\"2009-06-02\"")]
    [InlineData("provision.type", "\"deny\"")]
    [InlineData("provision.provision", "[{\"type\":\"deny\"}]")]
    [InlineData("provision.purpose", "[{\"system\":\"https://convenantgateway.nl/fhir/CodeSystem/doel\",\"code\":\"STATUS\"}]")]
    [InlineData("provision.class", "[]")]
    [InlineData("provision.actor", "[]")]
    [InlineData("verification", "[{\"verified\":false}]")]
    public async Task Token_ConsentThatDoesNotHold_IsRefused(string member, string json)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var consent = ConsentMessages.Given();
        var node = consent;
        var path = member.Split('.');
        foreach (var step in path[..^1])
        {
            node = node[step]!.AsObject();
        }

        node[path[^1]] = JsonNode.Parse(json);
        if (node[path[^1]] is JsonArray { Count: 0 })
        {
            node.Remove(path[^1]);
        }

        await RefusedAsync(ashg, "Geldigheid", await ashg.StoreAsync("Geldigheid", "1982-02-02", consent), "1982-02-02");
    }

    [Theory]
    [InlineData("pleger-aanwezig")]
    [InlineData("familie-aanwezig")]
    [InlineData("vertegenwoordiger-is-vermoedelijke-pleger")]
    [InlineData("onder-curatele")]
    [InlineData("iets-nieuws")]
    public async Task Token_ConsentUnderACircumstance_IsRefused(string circumstance)
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var consent = ConsentMessages.Given();
        consent["category"]!.AsArray().Add(ConsentMessages.Circumstance(circumstance));
        await RefusedAsync(ashg, "Vrijheid", await ashg.StoreAsync("Vrijheid", "1982-02-03", consent), "1982-02-03");
    }

    [Fact]
    public async Task Token_ConsentOfAChildByItself_IsRefused()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        await RefusedAsync(ashg, "Kindertijd", await ashg.StoreAsync("Kindertijd", "1999-02-03", ConsentMessages.Given()), "1999-02-03");
    }

    [Fact]
    public async Task Token_ConsentOfAnotherPerson_IsRefused()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        await RefusedAsync(ashg, "Iemandanders", await ashg.StoreAsync("Zijzelf", "1982-02-04", ConsentMessages.Given()), "1982-02-04");
    }

    [Fact]
    public async Task Token_ConsentInAnothersRegister_IsRefusedAsIfItWereNotThere()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        using var hospital = new Caller(gateway, "ziekenhuis-noord");
        var id = await ashg.StoreAsync("Elders", "1982-02-05", ConsentMessages.Given("ashg-noord", "STATUS", "D01"));
        var texts = new List<string>();
        foreach (var reference in new[] { $"Consent/{id}", $"Consent/{Guid.CreateVersion7()}", "Consent/1", "Patient/1", "https://elders.nl/Consent/1", "" })
        {
            using var response = await hospital.AskTokenAsync(ConsentMessages.Resting(gateway, "ashg-noord", "STATUS", "Elders", "1982-02-05", reference));
            Assert.Equal(400, (int)response.StatusCode);
            texts.Add(await response.Content.ReadAsStringAsync());
        }

        Assert.Single(texts.Distinct());
    }

    [Fact]
    public async Task Token_MayKnowAsConsent_IsRefused()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var consent = ConsentMessages.Given();
        consent["category"]![0] = ConsentMessages.Concept("https://convenantgateway.nl/fhir/CodeSystem/toestemmingsvorm", "mag-weten");
        consent["provision"]!["code"] = new JsonArray(ConsentMessages.Concept("https://convenantgateway.nl/fhir/CodeSystem/statusniveau", "L1"));
        await RefusedAsync(ashg, "Soort", await ashg.StoreAsync("Soort", "1982-02-06", consent), "1982-02-06");
    }

    [Fact]
    public async Task Token_ReferenceWithMoreBesideIt_IsRefused()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Ernaast", "1982-02-07", ConsentMessages.Given());
        var details = ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", "Ernaast", "1982-02-07", $"Consent/{id}");
        details["evidence"]!["consent"]!["categories"] = new JsonArray("D01", "D14");
        using var response = await ashg.AskTokenAsync(details);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Push_CategoryOutsideTheStoredConsent_StaysBehind()
    {
        using var ashg = new Caller(gateway, "ashg-noord");
        var id = await ashg.StoreAsync("Omvang", "1982-02-08", ConsentMessages.Given(categories: ["D01", "D08"]));
        var token = await ashg.TokenAsync(ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", "Omvang", "1982-02-08", $"Consent/{id}"));
        using var response = await ashg.PushAsync("vrouwenopvang-noord", token, ConsentMessages.Referral("Omvang", "1982-02-08").ToJsonString());
        Assert.Contains("buiten de toestemming", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Caller ashg, string family, string id, string birthDate)
    {
        using var response = await ashg.AskTokenAsync(ConsentMessages.Resting(gateway, "vrouwenopvang-noord", "REFER", family, birthDate, $"Consent/{id}"));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("invalid_authorization_details", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
