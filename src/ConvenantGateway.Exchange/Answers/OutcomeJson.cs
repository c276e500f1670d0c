using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Composes OperationOutcomes (FHIR R4). Texts are Dutch, codes permanent, never a value.</summary>
internal static class OutcomeJson
{
    /// <summary>The code system of <c>CG-…</c> codes.</summary>
    public const string CodeSystem = "https://convenantgateway.nl/fhir/CodeSystem/foutcode";

    /// <summary>Plain text stays readable: no escaping beyond what JSON asks.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A refusal: its own issue, its details, and whom to phone.</summary>
    public static byte[] Compose(ExchangeRefusal refusal)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            var definition = ErrorTable.Of(refusal.Kind);
            Begin(json);
            Issue(json, "error", definition.IssueType, definition.Code, definition.Text, "");
            foreach (var detail in refusal.Details)
            {
                Issue(json, "error", detail.IssueType ?? definition.IssueType, detail.Code ?? definition.Code, detail.Text, detail.Expression);
            }

            Issue(json, "information", "informational", "CG-EXCHANGE-000", ErrorTable.PhoneText, "");
            End(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Starts an OperationOutcome.</summary>
    public static void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
    }

    /// <summary>Writes one issue.</summary>
    public static void Issue(Utf8JsonWriter json, string severity, string issueType, string code, string text, string expression)
    {
        json.WriteStartObject();
        json.WriteString("severity", severity);
        json.WriteString("code", issueType);
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", CodeSystem);
        json.WriteString("code", code);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("text", text);
        json.WriteEndObject();
        if (expression.Length > 0)
        {
            json.WriteStartArray("expression");
            json.WriteStringValue(expression);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Ends it.</summary>
    public static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
