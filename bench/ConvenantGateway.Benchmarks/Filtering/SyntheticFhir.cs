using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Benchmarks.Filtering;

/// <summary>FHIR R4 resources made by code: the same bytes every time, valid for STRICT intake, nobody real.</summary>
internal static class SyntheticFhir
{
    private static readonly string[] Families = ["Jansen", "De Vries", "Bakker", "Visser", "Smit", "Meijer", "De Boer", "Mulder"];
    private static readonly string[] Given = ["Anna", "Bram", "Cato", "Daan", "Eva", "Finn", "Guusje", "Hugo"];

    /// <summary>A Patient of about 4 KB compact.</summary>
    public static JsonObject Patient(int n) => new()
    {
        ["resourceType"] = "Patient",
        ["meta"] = new JsonObject { ["tag"] = new JsonArray(Coding("https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol", "client")) },
        ["identifier"] = Many(3, i => new() { ["use"] = "official", ["system"] = $"https://example.org/fhir/NamingSystem/patient-{i}", ["value"] = $"{n:D6}-{i}" }),
        ["active"] = true,
        ["name"] = Many(2, i => new() { ["use"] = i == 0 ? "official" : "usual", ["family"] = Families[(n + i) % 8], ["given"] = new JsonArray(Given[n % 8], Given[(n + 3) % 8]) }),
        ["telecom"] = Many(6, i => new() { ["system"] = i % 2 == 0 ? "phone" : "email", ["value"] = i % 2 == 0 ? $"06-{n:D4}{i:D4}" : $"p{n}.{i}@example.org", ["use"] = "home", ["rank"] = i + 1 }),
        ["gender"] = n % 2 == 0 ? "female" : "male",
        ["birthDate"] = $"{1950 + (n % 60)}-{1 + (n % 12):D2}-{1 + (n % 28):D2}",
        ["address"] = Many(3, i => new()
        {
            ["use"] = i == 0 ? "home" : "old",
            ["type"] = "both",
            ["text"] = $"Voorbeeldstraat {n + i}, 9700 AA Noordstad",
            ["line"] = new JsonArray($"Voorbeeldstraat {n + i}"),
            ["city"] = "Noordstad",
            ["district"] = "Noord",
            ["postalCode"] = "9700 AA",
            ["country"] = "NL",
            ["period"] = new JsonObject { ["start"] = $"{1990 + i}-01-01" },
        }),
        ["maritalStatus"] = new JsonObject { ["coding"] = new JsonArray(Coding("http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "M")), ["text"] = "gehuwd" },
        ["contact"] = Many(5, i => new()
        {
            ["relationship"] = new JsonArray(new JsonObject { ["coding"] = new JsonArray(Coding("http://terminology.hl7.org/CodeSystem/v2-0131", "N")), ["text"] = "naaste" }),
            ["name"] = new JsonObject { ["family"] = Families[(n + i + 1) % 8], ["given"] = new JsonArray(Given[(n + i) % 8]) },
            ["telecom"] = new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = $"050-{n:D4}{i:D3}", ["use"] = "home" }),
            ["address"] = new JsonObject { ["line"] = new JsonArray($"Zijstraat {i + 1}"), ["city"] = "Noordstad", ["postalCode"] = "9701 BB" },
            ["gender"] = "unknown",
        }),
        ["communication"] = Many(2, i => new()
        {
            ["language"] = new JsonObject { ["coding"] = new JsonArray(Coding("urn:ietf:bcp:47", i == 0 ? "nl" : "en")), ["text"] = i == 0 ? "Nederlands" : "Engels" },
            ["preferred"] = i == 0,
        }),
    };

    /// <summary>An Observation with as many components as make about the wanted size.</summary>
    /// <param name="n">Which.</param>
    /// <param name="subject">The reference of the person.</param>
    /// <param name="components">About 330 bytes each.</param>
    public static JsonObject Observation(int n, string subject, int components) => new()
    {
        ["resourceType"] = "Observation",
        ["status"] = "final",
        ["category"] = new JsonArray(
            Concept("https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", "D14", "medisch"),
            Concept("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs", "Vital Signs")),
        ["code"] = Concept("http://loinc.org", "85353-1", "Vital signs, weight, height, head circumference, oxygen saturation and BMI panel"),
        ["subject"] = new JsonObject { ["reference"] = subject },
        ["effectiveDateTime"] = $"2009-03-{1 + (n % 28):D2}T10:30:00+01:00",
        ["issued"] = $"2009-03-{1 + (n % 28):D2}T11:00:00.000+01:00",
        ["interpretation"] = new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "N", "Normal")),
        ["note"] = new JsonArray(new JsonObject { ["text"] = "Gemeten in rust, zittend, na vijf minuten." }),
        ["component"] = Many(components, i => new()
        {
            ["code"] = Concept("http://loinc.org", i % 2 == 0 ? "8480-6" : "8462-4", i % 2 == 0 ? "Systolic blood pressure" : "Diastolic blood pressure"),
            ["valueQuantity"] = new JsonObject { ["value"] = 70 + ((n + i) % 70), ["unit"] = "millimeter of mercury", ["system"] = "http://unitsofmeasure.org", ["code"] = "mm[Hg]" },
            ["interpretation"] = new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "N", "Normal")),
        }),
    };

    /// <summary>Resources of several types, about 100 KB together, one byte array each.</summary>
    public static IReadOnlyList<byte[]> Record()
    {
        List<JsonObject> all = [Patient(1)];
        for (var i = 0; i < 34; i++)
        {
            all.Add(Observation(i, "Patient/1", 4));
            all.Add(Condition(i));
        }

        return [.. all.Select(Bytes)];
    }

    /// <summary>Compact UTF-8.</summary>
    public static byte[] Bytes(JsonObject resource) => JsonSerializer.SerializeToUtf8Bytes(resource);

    /// <summary>A member that a resource needs when it is read rather than pushed.</summary>
    public static JsonObject Coding(string system, string code) => new() { ["system"] = system, ["code"] = code };

    private static JsonObject Condition(int n) => new()
    {
        ["resourceType"] = "Condition",
        ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"),
        ["category"] = new JsonArray(Concept("https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie", "D14", "medisch")),
        ["severity"] = Concept("http://snomed.info/sct", "255604002", "Mild"),
        ["code"] = Concept("http://snomed.info/sct", "44465007", "Sprain of ankle"),
        ["subject"] = new JsonObject { ["reference"] = "Patient/1" },
        ["onsetDateTime"] = $"2008-11-{1 + (n % 28):D2}",
        ["recordedDate"] = $"2008-12-{1 + (n % 28):D2}",
        ["note"] = new JsonArray(new JsonObject { ["text"] = "Controle over twee weken bij aanhoudende klachten." }),
    };

    private static JsonObject Concept(string system, string code, string display) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = display }),
        ["text"] = display,
    };

    private static JsonArray Many(int count, Func<int, JsonObject> make) => [.. Enumerable.Range(0, count).Select(make)];
}
