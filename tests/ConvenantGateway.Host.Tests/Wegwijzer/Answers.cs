using System.Text.Json.Nodes;

namespace ConvenantGateway.Host.Tests.Wegwijzer;

/// <summary>Bodies for <c>$outcome</c>: a doctor about one adult, 2009; a test changes what it is about.</summary>
internal static class Answers
{
    public const string Conflict = "W1=nee W3=nee W5=zestien-of-ouder W4=geweigerd: W7-1=ja: W7-2=ja: W7-3=ja: W7-4=ja: W7-5=ja: W7-6=ja: W10k=niet:";
    public const string Stop = "W1=nee W3=nee W5=zestien-of-ouder W4=niet-gevraagd W4a=nee";
    private const string Codes = "https://convenantgateway.nl/fhir/CodeSystem/wegwijzer-antwoord";

    public static JsonObject Person(string family = "Wegwijs") => new() { ["family"] = family, ["given"] = "Anna", ["birthDate"] = "1980-02-03", ["gender"] = "female" };

    public static JsonObject Parameters(string answers, JsonObject? person = null, string recipient = "ashg-noord", string purpose = "REPORT-DV") => new()
    {
        ["resourceType"] = "Parameters",
        ["parameter"] = new JsonArray(
            Value("recipient", "valueString", recipient),
            Value("purpose", "valueCode", purpose),
            Parts("actor", new JsonObject { ["system"] = "https://fhir.nl/fhir/NamingSystem/uzi-nr-pers", ["id"] = "900012345", ["name"] = "A. Arts", ["role"] = "SEH-arts" }),
            Parts("about", person ?? Person()),
            new JsonObject { ["name"] = "response", ["resource"] = Response(answers) }),
    };

    /// <summary>Answers of the form <c>W4=geweigerd:</c>; a colon means that a text is given.</summary>
    public static JsonObject Response(string answers)
    {
        var items = new JsonArray();
        foreach (var one in answers.Split(' '))
        {
            var parts = one.TrimEnd(':').Split('=');
            items.Add(Item(parts[0], parts[1] is "ja" or "nee" ? new JsonObject { ["valueBoolean"] = parts[1] == "ja" } : new JsonObject { ["valueCoding"] = new JsonObject { ["system"] = Codes, ["code"] = parts[1] } }));
            if (one.EndsWith(':'))
            {
                items.Add(Item(parts[0] + ".toelichting", new JsonObject { ["valueString"] = $"Geheimetoelichting bij {parts[0]}" }));
            }
        }

        return new JsonObject { ["resourceType"] = "QuestionnaireResponse", ["status"] = "completed", ["item"] = items };
    }

    private static JsonObject Item(string linkId, JsonObject answer) => new() { ["linkId"] = linkId, ["answer"] = new JsonArray(answer) };

    private static JsonObject Value(string name, string type, string value) => new() { ["name"] = name, [type] = value };

    private static JsonObject Parts(string name, JsonObject values) =>
        new() { ["name"] = name, ["part"] = new JsonArray([.. values.Select(static v => (JsonNode)Value(v.Key, "valueString", v.Value!.GetValue<string>()))]) };
}
