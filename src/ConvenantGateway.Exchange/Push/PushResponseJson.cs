using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ConvenantGateway.Filter;
using ConvenantGateway.Policy;

namespace ConvenantGateway.Exchange;

/// <summary>Composes the <c>transaction-response</c>: one entry per request entry, <c>201</c> stored or <c>204</c> suppressed, with what was not provided and why (design.md 3.2).</summary>
internal static class PushResponseJson
{
    private static readonly CategorySet SafeLocation = CategorySet.Of(5);

    /// <summary>The response body.</summary>
    public static byte[] Compose(ExchangeCall call, ImmutableArray<CutEntry> cut, PushDecision decision)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "transaction-response");
            json.WriteStartArray("entry");
            foreach (var entry in cut)
            {
                Entry(json, call, entry, decision);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Entry(Utf8JsonWriter json, ExchangeCall call, CutEntry cut, PushDecision decision)
    {
        json.WriteStartObject();
        json.WriteStartObject("response");
        if (cut.Body is not null)
        {
            json.WriteString("status", "201 Created");
            json.WriteString("location", $"{cut.Entry.Type}/{cut.Entry.Id}");
            json.WriteString("etag", "W/\"1\"");
            json.WriteString("lastModified", call.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteString("status", "204 No Content");
        }

        if (!cut.Withheld.IsEmpty)
        {
            json.WritePropertyName("outcome");
            OutcomeJson.Begin(json);
            foreach (var withheld in cut.Withheld)
            {
                var why = cut.Entry.HasPlace
                    ? decision.Why(cut.Persons, withheld.Category, cut.Entry.Labels, call.Policy.Snapshot)
                    : "dit type heeft hier geen plaats";
                OutcomeJson.Issue(json, cut.Body is null ? "warning" : "information", "suppressed", "CG-FILTER-100", $"Niet verstrekt ({Times(withheld.Count)}): {Hint(cut.Entry, withheld) ?? why}", withheld.Path);
            }

            OutcomeJson.End(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Times(int count) => count == 1 ? "1 keer" : $"{count} keer";

    /// <summary>An area code is the sender's own to mend.</summary>
    private static string? Hint(IntakeEntry entry, WithheldElement withheld) =>
        withheld.Path == "Patient.telecom" && withheld.Category == SafeLocation && entry.Findings.Any(static f => f.Kind == FindingKind.Landline)
            ? "een vast nummer verraadt de regio (D05); geef een mobiel nummer waarop veilig gebeld kan worden"
            : null;
}
