using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary><c>GET metadata</c>: only what the covenant lets this caller do with that partner (design.md 3.2). Looks at rules, never at a register. One instance serves all.</summary>
public sealed class CapabilityInteraction : IInteraction
{
    /// <inheritdoc/>
    public string By => "metadata";

    /// <inheritdoc/>
    public ValueTask<PreparedAnswer> PrepareAsync(ExchangeCall call, CancellationToken cancellation) => ValueTask.FromResult(new PreparedAnswer
    {
        Status = 200,
        Body = new ReleasableBody.Composed(Compose(call)),
        Record = new AnswerRecord { Outcome = "released", Views = [Views.OfCaller(call, [])] },
    });

    private static byte[] Compose(ExchangeCall call)
    {
        var snapshot = call.Policy.Snapshot;
        List<string> purposes(PartnerId from, PartnerId to, Initiative by) =>
            [.. snapshot.Purposes.Keys.Where(p => snapshot.Decider.CouldPermit(from, to, new Purpose(p), by, call.LawDate)).Order(StringComparer.Ordinal)];
        var push = purposes(call.Caller, call.Counterparty, Initiative.Push);
        var status = purposes(call.Caller, call.Counterparty, Initiative.Status);
        var read = purposes(call.Counterparty, call.Caller, Initiative.Read);
        var search = purposes(call.Counterparty, call.Caller, Initiative.Search);
        var writes = call.IsOwn ? snapshot.Partners[call.Caller].HasRegister : push.Count > 0;
        var reads = call.IsOwn || read.Count > 0;
        var searches = call.IsOwn || search.Count > 0;

        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "CapabilityStatement");
            json.WriteString("status", "active");
            json.WriteString("date", call.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("kind", "instance");
            json.WriteStartObject("implementation");
            json.WriteString("description", $"ConvenantGateway: {snapshot.Covenant.Title}");
            json.WriteString("url", call.FhirBase);
            json.WriteEndObject();
            json.WriteString("fhirVersion", "4.0.1");
            json.WriteStartArray("format");
            json.WriteStringValue("application/fhir+json");
            json.WriteEndArray();
            json.WriteStartArray("rest");
            json.WriteStartObject();
            json.WriteString("mode", "server");
            json.WriteString("documentation", Documentation(push, status, read, search, call.IsOwn));
            if (reads || searches || writes)
            {
                Resources(json, snapshot, reads, searches, writes, call.IsOwn);
            }

            if (writes)
            {
                json.WriteStartArray("interaction");
                Code(json, "transaction");
                json.WriteEndArray();
            }

            if (status.Count > 0)
            {
                json.WriteStartArray("operation");
                json.WriteStartObject();
                json.WriteString("name", "case-status");
                json.WriteString("definition", "https://convenantgateway.nl/fhir/OperationDefinition/case-status");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Resources(Utf8JsonWriter json, PolicySnapshot snapshot, bool reads, bool searches, bool writes, bool isOwn)
    {
        json.WriteStartArray("resource");
        foreach (var type in snapshot.Elements.Keys.Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteStartArray("interaction");
            if (writes)
            {
                Code(json, "create");
            }

            if (reads)
            {
                Code(json, "read");
            }

            if (searches)
            {
                Code(json, "search-type");
            }

            json.WriteEndArray();
            if (isOwn && type == "AuditEvent")
            {
                LogParameters(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The log of the own organisation: what it may be searched by.</summary>
    private static void LogParameters(Utf8JsonWriter json)
    {
        json.WriteString("documentation", "Uw eigen logregels volgens IHE BALP. Personen: die van het token.");
        json.WriteStartArray("searchParam");
        foreach (var (name, type) in new[] { ("date", "date"), ("agent", "reference"), ("outcome", "token"), ("action", "token") })
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Documentation(List<string> push, List<string> status, List<string> read, List<string> search, bool isOwn)
    {
        var parts = new List<string>();
        if (isOwn)
        {
            parts.Add("Uw eigen register en postvak.");
        }

        Add("Verstrekken (transaction) voor", push);
        Add("Statusvraag ($case-status) voor", status);
        Add("Lezen voor", read);
        Add("Zoeken voor", search);
        return parts.Count == 0 ? "Het convenant staat u met deze organisatie niets toe." : string.Join(' ', parts);

        void Add(string what, List<string> purposes)
        {
            if (purposes.Count > 0)
            {
                parts.Add($"{what}: {string.Join(", ", purposes)}.");
            }
        }
    }

    private static void Code(Utf8JsonWriter json, string code)
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteEndObject();
    }
}
