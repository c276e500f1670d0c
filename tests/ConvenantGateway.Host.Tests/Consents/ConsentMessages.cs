using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Gateway;

namespace ConvenantGateway.Host.Tests.Consents;

/// <summary>Consents in a register, and what rests on them. Everything here is synthetic.</summary>
internal static class ConsentMessages
{
    private const string Root = "https://convenantgateway.nl/fhir/CodeSystem/";

    /// <summary>A good consent of a betrokkene for a referral to the shelter.</summary>
    public static JsonObject Given(string recipient = "vrouwenopvang-noord", string purpose = "REFER", params string[] categories) => new()
    {
        ["resourceType"] = "Consent",
        ["status"] = "active",
        ["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        ["category"] = new JsonArray(
            Concept(Root + "toestemmingsvorm", "toestemming"),
            Concept(Root + "toestemmingshoedanigheid", "self"),
            Concept(Root + "toestemmingsomstandigheid", "alleen-gesproken"),
            Concept(Root + "toestemmingsomstandigheid", "schriftelijk")),
        ["patient"] = new JsonObject { ["reference"] = Messages.Url },
        ["dateTime"] = "2009-05-20",
        ["performer"] = new JsonArray(new JsonObject { ["display"] = "betrokkene zelf" }),
        ["policyRule"] = Concept(Root + "grondslag", "G-CONSENT"),
        ["provision"] = new JsonObject
        {
            ["type"] = "permit",
            ["period"] = new JsonObject { ["start"] = "2009-05-20", ["end"] = "2009-07-01" },
            ["actor"] = new JsonArray(new JsonObject
            {
                ["role"] = Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"),
                ["reference"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/NamingSystem/partner", ["value"] = recipient } },
            }),
            ["purpose"] = new JsonArray(new JsonObject { ["system"] = Root + "doel", ["code"] = purpose }),
            ["class"] = new JsonArray([.. (categories.Length == 0 ? ["D01", "D02", "D07", "D08"] : categories).Select(static c => (JsonNode)new JsonObject { ["system"] = Root + "gegevenscategorie", ["code"] = c })]),
        },
    };

    public static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    public static JsonObject Circumstance(string code) => Concept(Root + "toestemmingsomstandigheid", code);

    public static JsonObject Patient(string family, string birthDate, string rol = "slachtoffer") => new()
    {
        ["resourceType"] = "Patient",
        ["meta"] = new JsonObject { ["tag"] = new JsonArray(new JsonObject { ["system"] = Root + "betrokkene-rol", ["code"] = rol }) },
        ["name"] = new JsonArray(new JsonObject { ["family"] = family, ["given"] = new JsonArray("Anna") }),
        ["gender"] = "female",
        ["birthDate"] = birthDate,
    };

    /// <summary>Stores a Consent in the partner's own register and answers its id.</summary>
    public static async Task<string> StoreAsync(this Caller self, string family, string birthDate, JsonObject consent)
    {
        var bundle = Messages.Bundle((Patient(family, birthDate), Messages.Url), (consent, "urn:uuid:0198f2a0-0000-4000-8000-000000000021"));
        using var response = await self.PushAsync(self.Name, await self.OwnTokenAsync(), bundle.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["entry"]![1]!["response"]!["location"]!.GetValue<string>()["Consent/".Length..];
    }

    /// <summary>The details of a token that rests on a stored Consent.</summary>
    public static JsonObject Resting(GatewayFixture gateway, string to, string purpose, string family, string birthDate, string reference)
    {
        var details = Caller.Details(gateway, to, purpose, "G-CONSENT");
        details["about"] = new JsonArray(new JsonObject { ["family"] = family, ["given"] = "Anna", ["birthDate"] = birthDate, ["gender"] = "female" });
        details["evidence"] = new JsonObject { ["consent"] = new JsonObject { ["reference"] = reference } };
        details["weighing"] = new JsonObject { ["necessity"] = "plaats", ["proportionality"] = "alleen dit", ["subsidiarity"] = "geen andere weg" };
        return details;
    }

    public static JsonObject Referral(string family, string birthDate) => Messages.Bundle(
        (Patient(family, birthDate), Messages.Url),
        (new JsonObject
        {
            ["resourceType"] = "Observation",
            ["status"] = "final",
            ["category"] = new JsonArray(Concept(Root + "gegevenscategorie", "D08")),
            ["code"] = new JsonObject { ["text"] = "eigen verhaal" },
            ["subject"] = new JsonObject { ["reference"] = Messages.Url },
            ["valueString"] = "vertelt wat er gebeurde",
        }, "urn:uuid:0198f2a0-0000-4000-8000-000000000031"),
        (new JsonObject
        {
            ["resourceType"] = "ServiceRequest",
            ["status"] = "active",
            ["intent"] = "order",
            ["code"] = new JsonObject { ["text"] = "verzoek om plaats" },
            ["subject"] = new JsonObject { ["reference"] = Messages.Url },
            ["reasonReference"] = new JsonArray(new JsonObject { ["reference"] = "urn:uuid:0198f2a0-0000-4000-8000-000000000031" }),
        }, "urn:uuid:0198f2a0-0000-4000-8000-000000000032"));
}
