using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConvenantGateway.Development.Stories;

/// <summary>UTF-8 of a JSON tree, compact, letters with accents as they are.</summary>
internal static class JsonBytes
{
    /// <summary>How JSON is written here.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes.</summary>
    public static byte[] Of(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);
}
