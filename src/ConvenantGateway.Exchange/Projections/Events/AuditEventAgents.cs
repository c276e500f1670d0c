using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Writes who took part: the organisations by slug, and the professional in the view of his own organisation only. Pure.</summary>
internal static class AuditEventAgents
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Source = "110153";
    private const string Destination = "110152";
    private const string Application = "110150";

    /// <summary>Writes <c>agent</c>.</summary>
    public static void Write(Utf8JsonWriter json, ProjectedRecord seen, AuditEventShape shape, AuditEventNode node)
    {
        json.WriteStartArray("agent");
        var isToken = shape.Pattern == AuditEventPattern.Authorization;
        var (caller, other) = isToken ? (Application, "") : Roles(seen, shape);
        Connected(json, caller, seen.Record.Caller, seen.OwnActor.Length == 0, node);
        if (isToken)
        {
            Authorizer(json, node);
            if (shape.Profile.Length > 0)
            {
                UserOrganisation(json, seen.Record.Caller);
            }
        }
        else
        {
            Connected(json, other, seen.Record.Counterparty, false, node);
        }

        if (seen.OwnActor is { Length: > 0 } actor)
        {
            User(json, actor, seen.Value("actor-role"), shape.Pattern is AuditEventPattern.Create or AuditEventPattern.DisclosureSource ? "AUT" : "IRCP");
        }

        json.WriteEndArray();
    }

    /// <summary>An organisation as a logical Reference.</summary>
    public static void Organisation(Utf8JsonWriter json, string name, string slug) =>
        AuditEventJson.Logical(json, name, "Organization", "https://convenantgateway.nl/fhir/NamingSystem/partner", slug);

    /// <summary>The gateway itself as a logical Reference.</summary>
    public static void Node(Utf8JsonWriter json, string name, AuditEventNode node) =>
        AuditEventJson.Logical(json, name, "Device", "https://convenantgateway.nl/fhir/NamingSystem/logboek", node.Log);

    /// <summary>Data flow from the source role to the destination role; a question flows the other way than what is read.</summary>
    private static (string Caller, string Other) Roles(ProjectedRecord seen, AuditEventShape shape) => shape.Pattern switch
    {
        AuditEventPattern.Read => (Destination, Source),
        AuditEventPattern.DisclosureSource when !seen.IsPush => (Destination, Source),
        _ => (Source, Destination),
    };

    private static void Connected(Utf8JsonWriter json, string role, string organisation, bool isRequestor, AuditEventNode node)
    {
        json.WriteStartObject();
        AuditEventJson.Concept(json, "type", Dicom, role);
        if (organisation.Length == 0)
        {
            Node(json, "who", node);
        }
        else
        {
            Organisation(json, "who", organisation);
        }

        json.WriteBoolean("requestor", isRequestor);
        json.WriteStartObject("network");
        json.WriteString("address", organisation.Length == 0 ? node.Root : node.AddressOf(organisation));
        json.WriteString("type", "5");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Authorizer(Utf8JsonWriter json, AuditEventNode node)
    {
        json.WriteStartObject();
        AuditEventJson.Concept(json, "type", "http://terminology.hl7.org/CodeSystem/extra-security-role-type", "authserver");
        Node(json, "who", node);
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();
    }

    private static void UserOrganisation(Utf8JsonWriter json, string organisation)
    {
        json.WriteStartObject();
        AuditEventJson.Concept(json, "type", "http://terminology.hl7.org/CodeSystem/v3-RoleClass", "PROV");
        Organisation(json, "who", organisation);
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();
    }

    private static void User(Utf8JsonWriter json, string actor, string role, string participation)
    {
        json.WriteStartObject();
        AuditEventJson.Concept(json, "type", "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", participation);
        if (role.Length > 0)
        {
            json.WriteStartArray("role");
            json.WriteStartObject();
            json.WriteString("text", role);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        // A system that is no address in FHIR's sense stays before the number.
        var bar = actor.IndexOf('|', StringComparison.Ordinal);
        var isSplit = bar > 0 && bar < actor.Length - 1 && !actor.AsSpan(0, bar).ContainsAny(" \t\r\n");
        AuditEventJson.Logical(json, "who", "Practitioner", isSplit ? actor[..bar] : "", isSplit ? actor[(bar + 1)..] : actor);
        json.WriteBoolean("requestor", true);
        json.WriteEndObject();
    }
}
