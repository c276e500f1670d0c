using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>The few FHIR R4 resources that the stories send, as JSON. No SDK: an integrator writes no more than this.</summary>
internal static class FhirNodes
{
    /// <summary>The code system of roles.</summary>
    public const string RolSystem = "https://convenantgateway.nl/fhir/CodeSystem/betrokkene-rol";

    /// <summary>The code system of categories.</summary>
    public const string CategorySystem = "https://convenantgateway.nl/fhir/CodeSystem/gegevenscategorie";

    /// <summary>The naming system of partners.</summary>
    public const string PartnerSystem = "https://convenantgateway.nl/fhir/NamingSystem/partner";

    /// <summary>The naming system of the BSN.</summary>
    public const string BsnSystem = "http://fhir.nl/fhir/NamingSystem/bsn";

    /// <summary>A Patient with name, birth date, sex and role.</summary>
    public static JsonObject Patient(StoryPerson person) => new()
    {
        ["resourceType"] = "Patient",
        ["meta"] = new JsonObject { ["tag"] = new JsonArray(Coding(RolSystem, person.Rol)) },
        ["name"] = new JsonArray(new JsonObject { ["family"] = person.Family, ["given"] = new JsonArray(person.Given) }),
        ["gender"] = person.Gender,
        ["birthDate"] = IsoDate.Of(person.BirthDate),
    };

    /// <summary>An Observation of a category with a text.</summary>
    public static JsonObject Observation(string category, StoryPerson? subject, string code, string value, DateOnly on)
    {
        var json = new JsonObject
        {
            ["resourceType"] = "Observation",
            ["status"] = "final",
            ["category"] = new JsonArray(Concept(CategorySystem, category)),
            ["code"] = Text(code),
        };
        Subject(json, subject);
        json["effectiveDateTime"] = IsoDate.Of(on);
        json["valueString"] = value;
        return json;
    }

    /// <summary>A Condition of a category.</summary>
    public static JsonObject Condition(string category, StoryPerson subject, string code, DateOnly on)
    {
        var json = new JsonObject
        {
            ["resourceType"] = "Condition",
            ["clinicalStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
            ["category"] = new JsonArray(Concept(CategorySystem, category)),
            ["code"] = Text(code),
        };
        Subject(json, subject);
        json["recordedDate"] = IsoDate.Of(on);
        return json;
    }

    /// <summary>A Flag of a category.</summary>
    public static JsonObject Flag(string category, StoryPerson subject, string code)
    {
        var json = new JsonObject
        {
            ["resourceType"] = "Flag",
            ["status"] = "active",
            ["category"] = new JsonArray(Concept(CategorySystem, category)),
            ["code"] = Text(code),
        };
        Subject(json, subject);
        return json;
    }

    /// <summary>A referral whose reason is another resource of the message.</summary>
    public static JsonObject ServiceRequest(StoryPerson subject, string what, string reasonUrn)
    {
        var json = new JsonObject { ["resourceType"] = "ServiceRequest", ["status"] = "active", ["intent"] = "order", ["code"] = Text(what) };
        Subject(json, subject);
        json["reasonReference"] = new JsonArray(new JsonObject { ["reference"] = reasonUrn });
        return json;
    }

    /// <summary>The Task of a referral.</summary>
    public static JsonObject Task(StoryPerson person, string status, string? focusUrn)
    {
        var json = new JsonObject { ["resourceType"] = "Task", ["status"] = status, ["intent"] = "order" };
        if (focusUrn is not null)
        {
            json["focus"] = new JsonObject { ["reference"] = focusUrn };
        }

        json["for"] = new JsonObject { ["reference"] = person.Urn };
        return json;
    }

    /// <summary>A CodeableConcept with a text only.</summary>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>A CodeableConcept with one coding.</summary>
    public static JsonObject Concept(string system, string code) => new() { ["coding"] = new JsonArray(Coding(system, code)) };

    /// <summary>A Coding.</summary>
    public static JsonObject Coding(string system, string code) => new() { ["system"] = system, ["code"] = code };

    private static void Subject(JsonObject json, StoryPerson? subject)
    {
        if (subject is not null)
        {
            json["subject"] = new JsonObject { ["reference"] = subject.Urn };
        }
    }
}
