using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>The inbox item that the gateway makes for a message that brought no Task: who sent, why, when. Composed from codes; holds no case data.</summary>
internal static class DeliveryTask
{
    /// <summary>The Task as stored in the receiver's inbox.</summary>
    public static StoredResource Compose(ExchangeCall call, PushMessage message, ImmutableArray<CutEntry> cut)
    {
        var id = Guid.CreateVersion7(call.ReceivedAt).ToString();
        var patient = cut.FirstOrDefault(static c => c.Entry.Type == "Patient" && c.Body is not null);
        return new StoredResource
        {
            Register = call.Counterparty,
            Source = call.Caller,
            Transaction = call.Transaction,
            Type = "Task",
            Id = id,
            ReceivedAt = call.ReceivedAt,
            Persons = patient is null ? [] : [.. patient.Persons.Select(i => message.Persons[i]).Select(static p => new StoredPerson(p.PatientId, p.Handle, p.Rollen))],
            Terms = patient is null ? [] : [new SearchTerm("patient", $"Patient/{patient.Entry.Id}")],
            Json = Json(call, id, patient?.Entry.Id),
        };
    }

    private static byte[] Json(ExchangeCall call, string id, string? patientId)
    {
        var at = call.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Task");
            json.WriteString("id", id);
            json.WriteStartObject("meta");
            json.WriteString("versionId", "1");
            json.WriteString("lastUpdated", at);
            json.WriteEndObject();
            json.WriteString("status", "requested");
            json.WriteString("intent", "order");
            json.WriteStartObject("code");
            json.WriteStartArray("coding");
            json.WriteStartObject();
            json.WriteString("system", "https://convenantgateway.nl/fhir/CodeSystem/doel");
            json.WriteString("code", call.Grant!.Purpose.Code);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            if (patientId is not null)
            {
                json.WriteStartObject("for");
                json.WriteString("reference", $"Patient/{patientId}");
                json.WriteEndObject();
            }

            json.WriteString("authoredOn", at);
            Partner(json, "requester", call.Caller);
            Partner(json, "owner", call.Counterparty);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Partner(Utf8JsonWriter json, string name, PartnerId partner)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("identifier");
        json.WriteString("system", "https://convenantgateway.nl/fhir/NamingSystem/partner");
        json.WriteString("value", partner.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
