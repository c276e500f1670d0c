using System.Text.Json.Nodes;
using ConvenantGateway.Host.Tests.Bodies;
using ConvenantGateway.Host.Tests.Consents;

namespace ConvenantGateway.Host.Tests.Guard;

/// <summary>Messages of a hospital about somebody whose whereabouts matter. Everything here is synthetic.</summary>
internal static class SafeMessages
{
    public const string Suspect = "urn:uuid:0198f2a0-0000-4000-8000-000000000061";

    /// <summary>A Patient and a text about her that flows.</summary>
    public static JsonObject About(string family, string birthDate, string rol, string text, Action<JsonObject>? more = null, string label = "D14")
    {
        var patient = ConsentMessages.Patient(family, birthDate, rol);
        more?.Invoke(patient);
        return Messages.Bundle((patient, Messages.Url), (Fact(text, label), "urn:uuid:0198f2a0-0000-4000-8000-000000000062"));
    }

    public static JsonObject Fact(string text, string label = "D14") => new()
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["category"] = new JsonArray(ConsentMessages.Concept("https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", label)),
        ["code"] = new JsonObject { ["text"] = "bevinding" },
        ["subject"] = new JsonObject { ["reference"] = Messages.Url },
        ["valueString"] = text,
    };

    /// <summary>A fact in which the suspect is named too.</summary>
    public static JsonObject Naming(string family, string birthDate, string label)
    {
        var bundle = About(family, birthDate, "slachtoffer", "vertelt wat hij deed", null, label);
        bundle["entry"]![1]!["resource"]!["focus"] = new JsonArray(new JsonObject { ["reference"] = Suspect });
        var suspect = Messages.Bundle((ConsentMessages.Patient("Verzwegen", "1970-01-01", "vermoedelijke-pleger"), Suspect))["entry"]![0]!.DeepClone();
        bundle["entry"]!.AsArray().Add(suspect);
        return bundle;
    }

    public static JsonObject Address(string line, string postalCode) => new()
    {
        ["line"] = new JsonArray(line),
        ["postalCode"] = postalCode,
        ["city"] = "Noordstad",
    };

    public static Action<JsonObject> At(params JsonObject[] addresses) => patient => patient["address"] = new JsonArray([.. addresses.Select(static a => (JsonNode)a)]);

    public static Action<JsonObject> Number(string value, string use) => patient =>
        patient["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = value, ["use"] = use });
}
