using System.Text.Json.Nodes;

namespace ConvenantGateway.Host.Tests.Bodies;

/// <summary>Small messages. Everything here is synthetic.</summary>
internal static class Messages
{
    public const string Url = "urn:uuid:0198f2a0-0000-4000-8000-000000000001";

    public static JsonObject Treatment(string family = "Bakker", string birthDate = "1970-05-06") => Bundle(
        (new JsonObject
        {
            ["resourceType"] = "Patient",
            ["identifier"] = new JsonArray(new JsonObject { ["system"] = "http://fhir.nl/fhir/NamingSystem/bsn", ["value"] = "900151221" }),
            ["name"] = new JsonArray(new JsonObject { ["family"] = family, ["given"] = new JsonArray("Kees") }),
            ["gender"] = "male",
            ["birthDate"] = birthDate,
            ["text"] = new JsonObject { ["status"] = "generated", ["div"] = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Kees</div>" },
        }, Url),
        (new JsonObject
        {
            ["resourceType"] = "Observation",
            ["status"] = "final",
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = "8480-6" }) },
            ["subject"] = new JsonObject { ["reference"] = Url },
            ["valueQuantity"] = new JsonObject { ["value"] = JsonNode.Parse("120.50"), ["unit"] = "mmHg" },
        }, "urn:uuid:0198f2a0-0000-4000-8000-000000000002"));

    public static JsonObject Case(string family, string given, string birthDate, string rol, string? level, string recipient, string from = "2009-05-01", string until = "2009-12-31")
    {
        var entries = new List<(JsonObject, string)>
        {
            (new JsonObject
            {
                ["resourceType"] = "Patient",
                ["meta"] = new JsonObject { ["tag"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol", ["code"] = rol }) },
                ["name"] = new JsonArray(new JsonObject { ["family"] = family, ["given"] = new JsonArray(given) }),
                ["gender"] = "female",
                ["birthDate"] = birthDate,
            }, Url),
            (new JsonObject
            {
                ["resourceType"] = "EpisodeOfCare",
                ["status"] = "active",
                ["patient"] = new JsonObject { ["reference"] = Url },
                ["period"] = new JsonObject { ["start"] = "2009-04-01" },
                ["careManager"] = new JsonObject { ["display"] = "M. de Wit" },
            }, "urn:uuid:0198f2a0-0000-4000-8000-000000000003"),
        };
        if (level is not null)
        {
            entries.Add((Permission(level, recipient, from, until), "urn:uuid:0198f2a0-0000-4000-8000-000000000004"));
        }

        return Bundle([.. entries]);
    }

    public static JsonObject Bundle(params (JsonObject Resource, string Url)[] entries) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "transaction",
        ["entry"] = new JsonArray([.. entries.Select(static e => (JsonNode)new JsonObject
        {
            ["fullUrl"] = e.Url,
            ["resource"] = e.Resource,
            ["request"] = new JsonObject { ["method"] = "POST", ["url"] = e.Resource["resourceType"]!.GetValue<string>() },
        })]),
    };

    public static string Question(string family, string given, string birthDate, string gender = "female") => new JsonObject
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(
            new JsonObject { ["name"] = "family", ["valueString"] = family },
            new JsonObject { ["name"] = "given", ["valueString"] = given },
            new JsonObject { ["name"] = "birthDate", ["valueDate"] = birthDate },
            new JsonObject { ["name"] = "gender", ["valueCode"] = gender }),
    }.ToJsonString();

    private static JsonObject Permission(string level, string recipient, string from, string until) => new()
    {
        ["resourceType"] = "Consent",
        ["status"] = "active",
        ["scope"] = Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        ["category"] = new JsonArray(Concept("https://convenantgateway.nl/fhir/CodeSystem/toestemmingsvorm", "mag-weten")),
        ["patient"] = new JsonObject { ["reference"] = Url },
        ["performer"] = new JsonArray(new JsonObject { ["display"] = "M. de Wit, casuswerker" }),
        ["policyRule"] = Concept("https://convenantgateway.nl/fhir/CodeSystem/grondslag", "G-CONSENT"),
        ["provision"] = new JsonObject
        {
            ["type"] = "permit",
            ["period"] = new JsonObject { ["start"] = from, ["end"] = until },
            ["actor"] = new JsonArray(new JsonObject
            {
                ["role"] = Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"),
                ["reference"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/NamingSystem/partner", ["value"] = recipient } },
            }),
            ["purpose"] = new JsonArray(new JsonObject { ["system"] = "https://convenantgateway.nl/fhir/CodeSystem/doel", ["code"] = "STATUS" }),
            ["code"] = new JsonArray(Concept("https://convenantgateway.nl/fhir/CodeSystem/statusniveau", level)),
        },
    };

    private static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };
}
