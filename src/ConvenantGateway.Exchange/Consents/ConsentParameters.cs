using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>The answers of <c>$withdraw</c> and <c>$recipients</c> as FHIR <c>Parameters</c>.</summary>
internal static class ConsentParameters
{
    /// <summary>The Consent, its status, and whoever received something on it.</summary>
    public static byte[] Compose(string id, string status, IReadOnlyList<ConsentRecipient> recipients)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Parameters");
            json.WriteStartArray("parameter");
            Value(json, "consent", "valueString", $"Consent/{id}");
            Value(json, "status", "valueCode", status);
            foreach (var recipient in recipients)
            {
                json.WriteStartObject();
                json.WriteString("name", "recipient");
                json.WriteStartArray("part");
                Value(json, "partner", "valueString", recipient.Partner);
                Value(json, "first", "valueInstant", Instant(recipient.First));
                Value(json, "last", "valueInstant", Instant(recipient.Last));
                json.WriteStartObject();
                json.WriteString("name", "exchanges");
                json.WriteNumber("valueInteger", recipient.Exchanges);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>True for no body, or an empty <c>Parameters</c>: nothing else is asked.</summary>
    public static bool IsEmpty(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return true;
        }

        if (!ReadableJson.Is(body.Span))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("resourceType", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Parameters")
                && root.EnumerateObject().Count() == 1;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Value(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString(type, value);
        json.WriteEndObject();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
