using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Audit;

namespace ConvenantGateway.Exchange;

/// <summary>
/// Writes a record as a FHIR R4 AuditEvent after the patterns of IHE BALP: one per betrokkene, named by pseudonym (docs/projections.md). Codes, slugs and digests only: no name, no number of a person, no text that
/// somebody wrote. Pure; thread safe.
/// </summary>
internal static class AuditEventJson
{
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Profiles = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    /// <summary>Composes one.</summary>
    /// <param name="seen">The record.</param>
    /// <param name="place">The place of the betrokkene; the only event of a record about nobody has place 0.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="node">Where it stands.</param>
    public static byte[] Compose(ProjectedRecord seen, int place, AuditEventShape shape, AuditEventNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "AuditEvent");
            json.WriteString("id", node.IdOf(seen.Index, place));
            if (shape.Profile.Length > 0)
            {
                json.WriteStartObject("meta");
                json.WriteStartArray("profile");
                json.WriteStringValue(Profiles + shape.Profile);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            Event(json, seen, shape);
            Purposes(json, seen);
            AuditEventAgents.Write(json, seen, shape, node);
            Source(json, seen, node);
            AuditEventEntities.Write(json, seen, place, shape);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a Coding as a member, or as an element where there is no name.</summary>
    public static void Coding(Utf8JsonWriter json, string? name, string system, string code)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
    }

    /// <summary>Writes a CodeableConcept with one coding.</summary>
    public static void Concept(Utf8JsonWriter json, string? name, string system, string code)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteStartArray("coding");
        Coding(json, null, system, code);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes a logical Reference: a type and an identifier, nothing to follow.</summary>
    public static void Logical(Utf8JsonWriter json, string name, string type, string system, string value)
    {
        json.WriteStartObject(name);
        if (type.Length > 0)
        {
            json.WriteString("type", type);
        }

        json.WriteStartObject("identifier");
        if (system.Length > 0)
        {
            json.WriteString("system", system);
        }

        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, ProjectedRecord seen, AuditEventShape shape)
    {
        var (system, code) = shape.Pattern switch
        {
            AuditEventPattern.DisclosureSource => (Dicom, "110106"),
            AuditEventPattern.DisclosureRecipient => (Dicom, "110107"),
            AuditEventPattern.Authorization => (Dicom, "110113"),
            _ => ("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest"),
        };
        Coding(json, "type", system, code);
        json.WriteStartArray("subtype");
        if (shape.Pattern == AuditEventPattern.Authorization)
        {
            Coding(json, null, "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType", AuditEventConsent.Of(seen) is null ? "AuthZ-Role" : "AuthZ-Consent");
        }

        if (shape.Pattern is AuditEventPattern.DisclosureSource or AuditEventPattern.DisclosureRecipient)
        {
            Coding(json, null, "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose");
        }

        if (shape.Interaction.Length > 0)
        {
            Coding(json, null, "http://hl7.org/fhir/restful-interaction", shape.Interaction);
        }

        json.WriteEndArray();
        json.WriteString("action", shape.Action);
        json.WriteString("recorded", seen.Record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("outcome", shape.Outcome);
        if (seen.Record.Code.Length > 0)
        {
            json.WriteString("outcomeDesc", seen.Record.Code);
        }
    }

    private static void Purposes(Utf8JsonWriter json, ProjectedRecord seen)
    {
        if (seen.Record.Purpose.Length + seen.Ground.Length == 0 && !seen.Record.Emergency)
        {
            return;
        }

        json.WriteStartArray("purposeOfEvent");
        if (seen.Record.Purpose.Length > 0)
        {
            Concept(json, null, "https://convenantgateway.nl/fhir/CodeSystem/doel", seen.Record.Purpose);
        }

        if (seen.Ground.Length > 0)
        {
            Concept(json, null, "https://convenantgateway.nl/fhir/CodeSystem/grondslag", seen.Ground);
        }

        if (seen.Record.Emergency)
        {
            Concept(json, null, "http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG");
        }

        json.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter json, ProjectedRecord seen, AuditEventNode node)
    {
        json.WriteStartObject("source");
        json.WriteString("site", node.Log);
        if (seen.Record.Type == RecordType.Token)
        {
            AuditEventAgents.Node(json, "observer", node);
        }
        else
        {
            AuditEventAgents.Organisation(json, "observer", seen.Viewer);
        }

        json.WriteStartArray("type");
        Coding(json, null, "http://terminology.hl7.org/CodeSystem/security-source-type", "4");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
