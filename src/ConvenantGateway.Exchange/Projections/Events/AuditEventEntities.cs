using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Writes what it was about: the betrokkene, the data or the question, and the log line with its details. Pure.</summary>
internal static class AuditEventEntities
{
    private const string EntityType = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private const string ObjectRole = "http://terminology.hl7.org/CodeSystem/object-role";

    /// <summary>The values of a view that are codes, as details of the log line.</summary>
    private static readonly string[] Shown = ["level", "resources", "obligations", "laws", "answer-ground", "dossier", "consent", "permission", "wegwijzer-outcome"];

    /// <summary>Writes <c>entity</c>.</summary>
    public static void Write(Utf8JsonWriter json, ProjectedRecord seen, int place, AuditEventShape shape)
    {
        json.WriteStartArray("entity");
        if (seen.Pseudonym(place) is { Length: > 0 } pseudonym)
        {
            json.WriteStartObject();
            AuditEventJson.Logical(json, "what", "Patient", "https://convenantgateway.nl/fhir/NamingSystem/betrokkene", pseudonym);
            AuditEventJson.Coding(json, "type", EntityType, "1");
            AuditEventJson.Coding(json, "role", ObjectRole, "1");
            json.WriteEndObject();
        }

        var isConsent = shape.Profile == "AuthZconsent";
        if (!isConsent)
        {
            Object(json, seen, shape);
        }

        json.WriteStartObject();
        if (isConsent && AuditEventConsent.Of(seen) is { Length: > 0 } consent)
        {
            json.WriteStartObject("what");
            json.WriteString("reference", consent);
            json.WriteEndObject();
        }
        else
        {
            AuditEventJson.Logical(json, "what", isConsent ? "Consent" : "", "urn:ietf:rfc:3986", $"urn:uuid:{seen.Record.Transaction}");
        }

        var (system, code) = isConsent ? ("http://hl7.org/fhir/resource-types", "Consent") : ("https://convenantgateway.nl/fhir/CodeSystem/logdeel", "logregel");
        AuditEventJson.Coding(json, "type", system, code);
        Details(json, seen, place);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, ProjectedRecord seen, AuditEventShape shape)
    {
        json.WriteStartObject();
        if (shape.Pattern == AuditEventPattern.Query && seen.Value("asked") is { Length: > 0 } asked)
        {
            AuditEventJson.Coding(json, "type", EntityType, "2");
            AuditEventJson.Coding(json, "role", ObjectRole, "24");
            json.WriteString("description", asked);
            json.WriteBase64String("query", Encoding.UTF8.GetBytes(asked));
        }
        else
        {
            var types = seen.Words("resources").Select(static r => r.Split(':')[0]).ToList();
            AuditEventJson.Logical(json, "what", types.Count == 1 ? types[0] : "", "urn:ietf:rfc:3986", $"urn:uuid:{seen.Record.Transaction}");
            AuditEventJson.Coding(json, "type", EntityType, "2");
            AuditEventJson.Coding(json, "role", ObjectRole, "4");
        }

        json.WriteEndObject();
    }

    private static void Details(Utf8JsonWriter json, ProjectedRecord seen, int place)
    {
        var record = seen.Record;
        json.WriteStartArray("detail");
        Detail(json, "transaction", record.Transaction.ToString());
        Detail(json, "type", Audit.RecordTypeNames.NameOf(record.Type));
        Detail(json, "outcome", record.Outcome);
        Detail(json, "status", record.Status == 0 ? "" : record.Status.ToString(CultureInfo.InvariantCulture));
        Detail(json, "rules", string.Join(' ', seen.Rules));
        Detail(json, "covenant", record.Covenant);
        Detail(json, "law-date", record.LawDate);
        Detail(json, "policy-digest", record.PolicyDigest);
        Detail(json, "body-digest", record.BodyDigest);
        Detail(json, "trace", record.Trace);
        Detail(json, "categories-released", string.Join(' ', seen.ReleasedCodes(place)));
        foreach (var field in Shown)
        {
            Detail(json, field, seen.Value(field));
        }

        Detail(json, "values", seen.IsErased ? "erased" : "");
        json.WriteEndArray();
    }

    private static void Detail(Utf8JsonWriter json, string type, string value)
    {
        if (value.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("valueString", value);
            json.WriteEndObject();
        }
    }
}
