using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConvenantGateway.Exchange;

/// <summary>How JSON trees are written: compact, and no more escaped than JSON asks.</summary>
internal static class JsonText
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
