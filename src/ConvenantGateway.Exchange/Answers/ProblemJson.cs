using System.Buffers;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>Composes problems (RFC 9457) with the same permanent codes.</summary>
internal static class ProblemJson
{
    /// <summary>A refusal as a problem.</summary>
    public static byte[] Compose(ExchangeRefusal refusal)
    {
        var definition = ErrorTable.Of(refusal.Kind);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, OutcomeJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("type", $"https://convenantgateway.nl/fouten/{definition.Code}");
            json.WriteString("title", definition.Text);
            json.WriteNumber("status", refusal.Status);
            json.WriteString("code", definition.Code);
            json.WriteString("detail", string.Join("; ", refusal.Details.Select(static d => d.Text).Append(ErrorTable.PhoneText)));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
